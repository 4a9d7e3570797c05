/** What stands under a node on the canvas, in words that people read. n8n gives an expression the values only, not their names. */

/** A value such as `sendAndWait` in words: "Send and Wait". What is in words already stays as it is. */
export const inWords = (value: string): string =>
	`${value}.replace("getAll", "getMany").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/ (And|Or|By) /g, c => c.toLowerCase()).replace(/^.|: ./g, c => c.toUpperCase())`;

/**
 * "Send and Wait: Message"
 * @param names of operations whose value misleads who knows them by the name on the panel
 */
export function operationSubtitle(names: Readonly<Record<string, string>> = {}): string {
	const whole = '($parameter["operation"] + ": " + $parameter["resource"])';
	const named = Object.entries(names).map(([value, name]) => `.replace("${value}", "${name}")`);
	return `={{ ${inWords([whole, ...named].join(''))} }}`;
}
