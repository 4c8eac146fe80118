import type { PodRow } from './pod-rows.ts';

const header = [
  'pod',
  'node',
  'interface',
  'attachment',
  'ipv4',
  'ipv4Pool',
  'ipv4Gateway',
  'ipv6',
  'ipv6Pool',
  'ipv6Gateway',
  'vlan',
  'mac',
  'device',
];

function cells(rows: readonly PodRow[]): readonly (readonly string[])[] {
  return rows.flatMap((row) =>
    row.nics.map(({ interfaceName, attachment, ipv4, ipv6, vlan, mac = '', device = '' }) => [
      row.name,
      row.node,
      interfaceName,
      attachment,
      ipv4?.address ?? '',
      ipv4?.pool ?? '',
      ipv4?.gateway ?? '',
      ipv6?.address ?? '',
      ipv6?.pool ?? '',
      ipv6?.gateway ?? '',
      vlan === 0 ? '' : String(vlan),
      mac,
      device,
    ]),
  );
}

/** One line for each NIC, columns separated by tabs: a spreadsheet takes it as it is. */
export function addressesAsText(rows: readonly PodRow[]): string {
  return [header, ...cells(rows)].map((line) => line.join('\t')).join('\n');
}

/** RFC 4180, with CRLF and a header line. A cell that a spreadsheet would run as a formula is marked as text. */
export function addressesAsCsv(rows: readonly PodRow[]): string {
  return [header, ...cells(rows)].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
