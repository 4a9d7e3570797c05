import { say, type Advice } from './words';

/** Failures on the way, by the network's own code. */
export const NETWORK: ReadonlyMap<string, Advice> = new Map([
	[
		'ENOTFOUND',
		say(
			'The address of the platform is not known to the network',
			'Check the Region or the Base URL in the credential, and the DNS of this server',
		),
	],
	[
		'EAI_AGAIN',
		say(
			'The address of the platform could not be looked up',
			'Check the DNS and the internet connection of this server',
		),
	],
	[
		'ECONNREFUSED',
		say(
			'The platform refused the connection',
			'Check the Region or the Base URL in the credential, and whether a firewall or proxy stands between',
		),
	],
	[
		'ETIMEDOUT',
		say(
			'The platform did not answer in time',
			'Check the internet connection of this server, or raise the timeout in Request Options',
		),
	],
	[
		'ECONNABORTED',
		say(
			'The platform did not answer in time',
			'Check the internet connection of this server, or raise the timeout in Request Options',
		),
	],
	['ECONNRESET', say('The connection broke off', 'It was closed on the way; a proxy or firewall may be the reason')],
	[
		'CERT',
		say(
			"The platform's certificate is not trusted",
			'A proxy that reads along may be the reason; have its certificate added to this server',
		),
	],
]);
