import { fieldAt, textAtField, withField, withoutRow } from '../../workload/draft-path.ts';
import { isDnsLabel, isPortName } from '../syntax.ts';
import { fix, type Fixer } from './fix.ts';
import { numberedName, soundName } from './sound-name.ts';

/** Writes what the name was probably meant to be. */
const renameLabel: Fixer = ({ path }, draft) => {
  const name = soundName(textAtField(draft, path));
  return isDnsLabel(name) ? fix('rename', withField(draft, path, name), { name }) : undefined;
};

/** Writes another value into the field of the finding. */
function writing(value: (text: string) => string): Fixer {
  return ({ path }, draft) => {
    const written = value(textAtField(draft, path));
    return fix('write', withField(draft, path, written), { value: written });
  };
}

/** Fixes of steps 1 and 2. */
export const containerFixes = {
  'name.syntax': renameLabel,
  'container.nameSyntax': renameLabel,
  'container.nameRepeated': ({ path }, draft) => {
    const taken = draft.containers.map(({ name }) => name);
    const name = numberedName(textAtField(draft, path), taken);
    return fix('rename', withField(draft, path, name), { name });
  },
  'container.argumentEmpty': ({ path }, draft) => fix('removeRow', withoutRow(draft, path)),
  'quantity.aboveLimit': ({ path }, draft) => {
    const value = textAtField(draft, path);
    return fix('write', withField(draft, path.replace(/Request$/, 'Limit'), value), { value });
  },
  'quantity.milliBytes': writing((text) => text.replace(/m$/, 'Mi')),
  'port.nameSyntax': ({ path }, draft) => {
    const name = soundName(textAtField(draft, path), 15);
    return isPortName(name) ? fix('rename', withField(draft, path, name), { name }) : undefined;
  },
  'port.nameRepeated': ({ path }, draft) => {
    const ports = fieldAt(draft, path.replace(/\.\d+\.name$/, ''));
    const rows: readonly { readonly name?: unknown }[] = Array.isArray(ports) ? ports : [];
    const name = numberedName(
      textAtField(draft, path),
      rows.map((row) => String(row.name)),
      15,
    );
    return fix('rename', withField(draft, path, name), { name });
  },
  'probe.pathRelative': writing((text) => `/${text}`),
  'probe.successThreshold': writing(() => '1'),
} satisfies Partial<Record<string, Fixer>>;
