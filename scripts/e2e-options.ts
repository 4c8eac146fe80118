/** What `npm run e2e` takes itself. */
export interface E2eOptions {
  /** What the tests run against. */
  target: 'simulated' | 'real';
  /** The folder that receives pictures of each test: the form before it is sent, the Pods afterwards, the end. */
  screenshots?: string;
  /** For Playwright. */
  rest: readonly string[];
}

export type ReadE2eOptions = { ok: true; options: E2eOptions } | { ok: false; problem: string };

/** The options of `npm run e2e`. Only its own are looked at, because Playwright knows its options best. */
export function readE2eOptions(args: readonly string[]): ReadE2eOptions {
  const options: { target: string; screenshots?: string; rest: string[] } = { target: 'simulated', rest: [] };
  const waiting = args.flatMap((arg) => {
    const [, name, value] = /^(--target|--screenshots)=(.*)$/s.exec(arg) ?? [];
    return name === undefined || value === undefined ? [arg] : [name, value];
  });
  while (waiting.length > 0) {
    const arg = waiting.shift() ?? '';
    if (arg === '--target') options.target = waiting.shift() ?? '';
    else if (arg === '--screenshots') options.screenshots = waiting.shift() ?? '';
    else options.rest.push(arg);
  }
  const { target, screenshots, rest } = options;
  if (target !== 'simulated' && target !== 'real') {
    return { ok: false, problem: `--target takes "simulated" or "real", not "${target}"` };
  }
  if (screenshots === '') return { ok: false, problem: '--screenshots takes a folder' };
  return { ok: true, options: { target, rest, ...(screenshots === undefined ? {} : { screenshots }) } };
}
