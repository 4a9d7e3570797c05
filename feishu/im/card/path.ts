/** A path into a card, such as `['body', 'elements', 3]`. */
export type CardPath = ReadonlyArray<string | number>;
