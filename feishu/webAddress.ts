/** What an address that somebody gave leads to. */

/** True for an address on the internet by its form: of http or https, with no name or number of a private network. */
export function isPublicAddress(address: string): boolean {
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return false;
	}
	// The URL's own reading of a host turns decimal, hex and octal forms of an IPv4 address into the usual one.
	const host = url.hostname.replace(/\.$/, '').toLowerCase();
	if (!/^https?:$/.test(url.protocol) || url.username || url.password) return false;
	if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
	const numbers = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
	if (numbers) return isPublicIpv4(numbers.slice(1).map(Number));
	return host.includes('.') && !LOCAL_NAME.test(host);
}

/** Names that no public server has. @see https://www.iana.org/assignments/special-use-domain-names */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/;

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const isPublicIpv4 = ([a = 0, b = 0, c = 0]: readonly number[]): boolean =>
	!(
		a === 0 ||
		a === 10 ||
		a === 127 ||
		a >= 224 ||
		(a === 100 && b >= 64 && b < 128) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168) ||
		(a === 192 && b === 0 && (c === 0 || c === 2)) ||
		(a === 198 && (b === 18 || b === 19)) ||
		(a === 198 && b === 51 && c === 100) ||
		(a === 203 && b === 0 && c === 113)
	);

/**
 * What is public begins with 2 or 3 (2000::/3); addresses that carry an IPv4 address in them are not asked.
 * @see https://www.iana.org/assignments/ipv6-address-space
 */
const isPublicIpv6 = (host: string): boolean => /^[23]/.test(host) && !/^(2001:0?:|2001:db8:|2002:)/.test(host);
