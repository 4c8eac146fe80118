import { expect, it } from 'vitest';
import { toFormErrors } from './form-errors.ts';
import { error, note, warning } from './report.ts';

const name = error('name.required', 'basics.name');
const port = error('integer.range', 'containers.0.ports.1.containerPort');

it('nests errors like the draft', () => {
  expect(toFormErrors([name, port])).toEqual({
    basics: { name: { type: 'name.required', finding: name } },
    containers: { 0: { ports: { 1: { containerPort: { type: 'integer.range', finding: port } } } } },
  });
});

it('keeps the first error of a field', () => {
  const second = error('name.syntax', 'basics.name');
  expect(toFormErrors([name, second])).toEqual(toFormErrors([name]));
});

it('leaves warnings and notes out: they do not make a form invalid', () => {
  expect(toFormErrors([warning('port.clash', 'basics.name'), note('network.fixedTotal', 'basics')])).toEqual(
    {},
  );
});

it('puts the error of a list at its root where its rows have errors too', () => {
  const list = error('dns.nameserversMany', 'dns.nameservers');
  const row = error('dns.nameserver', 'dns.nameservers.0.value');
  const expected = {
    dns: {
      nameservers: {
        root: { type: list.code, finding: list },
        0: { value: { type: row.code, finding: row } },
      },
    },
  };
  expect(toFormErrors([list, row])).toEqual(expected);
  expect(toFormErrors([row, list])).toEqual(expected);
  expect(toFormErrors([list])).toEqual({ dns: { nameservers: { type: list.code, finding: list } } });
});
