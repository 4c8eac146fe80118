/** One area's texts: each key with both languages side by side, so that they are reviewed together. */
export type Texts = Readonly<Record<string, Text>>;

export interface Text {
  readonly en: string;
  readonly zh: string;
}
