/** A regular expression as people write it: bare, or between slashes with flags behind. Undefined when it is none. */
export function readPattern(entered: string): RegExp | undefined {
	const [, source = entered, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(entered) ?? [];
	try {
		return new RegExp(source, flags);
	} catch {
		return undefined;
	}
}
