/**
 * Finds the first syntax error of a JSON text and words it as Go's `encoding/json` does. Multus and Spiderpool repeat that
 * text in their events, so that a reader searching for it finds what others wrote about the same mistake.
 */
export function goJsonSyntaxError(text: string): string | undefined {
  const scanner = new Scanner(text);
  try {
    scanner.value();
    scanner.end();
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxFault) return error.message;
    throw error;
  }
}

class SyntaxFault extends Error {}

/** `'a'`, or the escape that `%q` of a byte gives. */
function quoted(character: string): string {
  if (character === "'") return String.raw`'\''`;
  if (character === '"') return `'"'`;
  const code = character.charCodeAt(0);
  if (code >= 0x7f && code < 0xa1) return String.raw`'\u00${code.toString(16)}'`;
  return `'${JSON.stringify(character).slice(1, -1)}'`;
}

const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

class Scanner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): void {
    this.blanks();
    const character = this.peek();
    const literal = LITERALS[character];
    if (character === '{') this.object();
    else if (character === '[') this.array();
    else if (character === '"') this.string();
    else if (character === '-' || isDigit(character)) this.number();
    else if (literal !== undefined) this.literal(literal);
    else this.fault('looking for beginning of value');
  }

  end(): void {
    this.blanks();
    if (this.at < this.text.length) this.fault('after top-level value');
  }

  private object(): void {
    this.at += 1;
    this.blanks();
    if (this.peek() === '}') {
      this.at += 1;
      return;
    }
    for (;;) {
      this.blanks();
      if (this.peek() !== '"') this.fault('looking for beginning of object key string');
      this.string();
      this.blanks();
      if (this.peek() !== ':') this.fault('after object key');
      this.at += 1;
      this.value();
      this.blanks();
      const character = this.peek();
      if (character !== ',' && character !== '}') this.fault('after object key:value pair');
      this.at += 1;
      if (character === '}') return;
    }
  }

  private array(): void {
    this.at += 1;
    this.blanks();
    if (this.peek() === ']') {
      this.at += 1;
      return;
    }
    for (;;) {
      this.value();
      this.blanks();
      const character = this.peek();
      if (character !== ',' && character !== ']') this.fault('after array element');
      this.at += 1;
      if (character === ']') return;
    }
  }

  private string(): void {
    this.at += 1;
    for (;;) {
      const character = this.peek();
      if (character < ' ') this.fault('in string literal');
      this.at += 1;
      if (character === '"') return;
      if (character === '\\') this.escape();
    }
  }

  private escape(): void {
    const character = this.peek();
    if (!'bfnrt\\/"u'.includes(character)) this.fault('in string escape code');
    this.at += 1;
    if (character !== 'u') return;
    for (let digit = 0; digit < 4; digit += 1) {
      if (!/[0-9a-fA-F]/.test(this.peek())) this.fault(String.raw`in \u hexadecimal character escape`);
      this.at += 1;
    }
  }

  private number(): void {
    if (this.peek() === '-') this.at += 1;
    if (!isDigit(this.peek())) this.fault('in numeric literal');
    if (this.peek() === '0') this.at += 1;
    else this.digits();
    if (this.text[this.at] === '.') {
      this.at += 1;
      if (!isDigit(this.peek())) this.fault('after decimal point in numeric literal');
      this.digits();
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at += 1;
      if (/[+-]/.test(this.peek())) this.at += 1;
      if (!isDigit(this.peek())) this.fault('in exponent of numeric literal');
      this.digits();
    }
  }

  private digits(): void {
    while (isDigit(this.text[this.at] ?? '')) this.at += 1;
  }

  private literal(word: string): void {
    for (let index = 0; index < word.length; index += 1) {
      const expected = word.charAt(index);
      if (this.peek() !== expected) this.fault(`in literal ${word} (expecting '${expected}')`);
      this.at += 1;
    }
  }

  private blanks(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  /** The character at hand; the end of the text is an error of its own. */
  private peek(): string {
    const character = this.text[this.at];
    if (character === undefined) throw new SyntaxFault('unexpected end of JSON input');
    return character;
  }

  private fault(where: string): never {
    const character = this.peek();
    throw new SyntaxFault(`invalid character ${quoted(character)} ${where}`);
  }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
