import { badRequest } from '../../store/status-errors.ts';

/** One field of a protobuf message as it is on the wire. */
export interface WireField {
  number: number;
  /** A whole number, or the bytes of a text or message. */
  value: bigint | Uint8Array;
}

/** Reads the fields of a message, in their order. @throws StatusError 400 for what is no message */
export function readFields(bytes: Uint8Array): WireField[] {
  const fields: WireField[] = [];
  let at = 0;

  const readVarint = (): bigint => {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw malformed();
      at += 1;
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, result);
    }
    throw malformed();
  };
  const readBytes = (length: number): Uint8Array => {
    if (length < 0 || at + length > bytes.length) throw malformed();
    at += length;
    return bytes.subarray(at - length, at);
  };

  while (at < bytes.length) {
    const key = Number(readVarint());
    const number = key >>> 3;
    switch (key & 7) {
      case 0:
        fields.push({ number, value: readVarint() });
        break;
      case 1:
        readBytes(8);
        break;
      case 2:
        fields.push({ number, value: readBytes(Number(readVarint())) });
        break;
      case 5:
        readBytes(4);
        break;
      default:
        throw malformed();
    }
  }
  return fields;
}

/** The text of a field. */
export function wireText(value: WireField['value']): string {
  return typeof value === 'bigint' ? String(value) : Buffer.from(value).toString('utf8');
}

/** The nested message of a field. @throws StatusError 400 */
export function wireMessage(value: WireField['value']): Uint8Array {
  if (typeof value === 'bigint') throw malformed();
  return value;
}

export function malformed() {
  return badRequest('the body of the request is not a valid protobuf message');
}
