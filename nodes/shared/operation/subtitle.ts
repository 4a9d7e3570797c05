/** What stands under a node on the canvas, in words that people read. n8n gives an expression the values only, not their names. */

/** A value such as `sendAndWait` in words: "Send and Wait". */
export const inWords = (value: string): string =>
	`${value}.replace("getAll", "getMany").replace(/[A-Z]/g, " $&").replace(" And ", " and ").replace(/^./, c => c.toUpperCase())`;

/** "Send and Wait: Message" */
export const OPERATION_SUBTITLE = `={{ ${inWords('$parameter["operation"]')} + ": " + ${inWords('$parameter["resource"]')} }}`;
