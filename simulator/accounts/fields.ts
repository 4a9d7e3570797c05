/** The fields of a request for tokens, as text; what is empty or no text counts as missing. */
export type Fields = Readonly<Record<string, string | undefined>>;
