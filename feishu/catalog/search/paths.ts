/** A path as it is compared: without host, method, /open-apis/ and the names of parameters. */
export function comparablePath(text: string): string {
	return text
		.toLowerCase()
		.trim()
		.replace(/^https?:\/\/[^/]+/, '')
		.replace(/[?#].*$/, '')
		.replace(/^\/+|\/+$/g, '')
		.replace(/^open-apis\//, '')
		.replace(/(^|\/)(:[\w-]+|\{[\w-]+\}|<[\w-]+>)/g, '$1:');
}
