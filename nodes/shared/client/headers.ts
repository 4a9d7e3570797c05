import { InputError } from '../../../feishu/input';

/** Those that carry the token or say who is asked, and those that say how long the body is. */
const NOT_OURS: ReadonlySet<string> = new Set([
	'authorization',
	'connection',
	'content-length',
	'cookie',
	'expect',
	'host',
	'proxy-authorization',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
]);

/** The characters of a name. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * The headers as they are, where a person may set them.
 * @throws InputError that names the header
 */
export function ownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
	for (const [name, value] of Object.entries(headers)) {
		if (NOT_OURS.has(name.toLowerCase())) {
			throw new InputError(
				'Headers',
				`The header '${name}' can't be set`,
				'The credential says who calls and where; leave the header out',
			);
		}
		if (!NAME.test(name) || /[\r\n\0]/.test(value)) {
			throw new InputError(
				'Headers',
				`The header '${name.slice(0, 40)}' is none`,
				'A name has letters, digits and hyphens; a value stands on one line',
			);
		}
	}
	return { ...headers };
}
