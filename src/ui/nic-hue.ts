import type { ThemeMode } from '../host/host.ts';

/**
 * One hue for each NIC, the same in its form row, the drawing, its YAML lines and the workload page, always beside the
 * interface name and never alone. Each has 4.5:1 on its theme's card. Index 0 is eth0; beyond the last they repeat from net1.
 */
const hues: Readonly<Record<ThemeMode, readonly [string, ...string[]]>> = {
  light: ['#5f6b7a', '#0958d9', '#08727a', '#b01c7a', '#a14a00', '#6a35c9', '#4d6b00', '#b3261e', '#00628a'],
  dark: ['#a3adbb', '#69a6ff', '#3fc4c4', '#ff85c8', '#ffae66', '#b79bff', '#b0d14a', '#ff8f87', '#5cc8f2'],
};

export function nicHue(index: number, mode: ThemeMode): string {
  const [first, ...rest] = hues[mode];
  return index === 0 ? first : (rest[(index - 1) % rest.length] ?? first);
}
