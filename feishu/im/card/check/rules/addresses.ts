import { isObject, object, text, type JsonObject } from '../../../../json';
import { encodedAddress } from '../../../../markdown/addresses';
import { hasImpossibleCharacters, isWebAddress } from '../../addresses';
import type { CardPath } from '../../path';
import { DEVICES } from '../facts';
import { addressesRunOn } from '../../../../markdown/runOn';
import { markdownsOf } from '../markdowns';
import type { Reporter } from '../reporter';
import type { Rule } from './rule';

const ADDRESSES: ReadonlySet<string> = new Set([
	'url',
	'default_url',
	'pc_url',
	'ios_url',
	'android_url',
	'harmony_url',
]);

/** What has no addresses of the card, or is looked at for itself. */
const ASIDE: ReadonlySet<string> = new Set(['value', 'chart_spec', 'rows', 'fallback']);

/** The addresses of an object that belong to no other element in it, with their names. */
export function* addressesOf(value: unknown, at = ''): Generator<readonly [at: string, address: string]> {
	if (Array.isArray(value)) {
		for (const [index, entry] of (value as unknown[]).entries()) yield* addressesOf(entry, `${at}[${index}]`);
		return;
	}
	if (!isObject(value) || (at !== '' && value.tag !== undefined)) return;
	for (const [name, entry] of Object.entries(value)) {
		const path = at === '' ? name : `${at}.${name}`;
		if (ADDRESSES.has(name) && typeof entry === 'string') yield [path, entry];
		else if (!ASIDE.has(name)) yield* addressesOf(entry, path);
	}
}

/** An address of the web with nothing that it can't have. */
export const addresses: Rule = ({ card, found }, report) => {
	checkAddresses({ card_link: card.card_link }, [], undefined, report);
	const link = object(card.card_link);
	const missing = DEVICES.filter((device) => text(link[device]) === '');
	// The card builder writes all of them empty for no link.
	if (text(link.url) === '' && missing.length > 0 && missing.length < DEVICES.length)
		throw report.error(
			['card_link'],
			undefined,
			`it has no url for all devices, and no ${missing.join(' and no ')}`,
			'Write one url for all, or one for each of the three',
		);
	for (const { element, path, tag } of found) checkAddresses(element, path, tag, report);
};

/** What opens an address must have one. */
export const opened: Rule = ({ found }, report) => {
	for (const { element, path, tag } of found) {
		const behaviors = Array.isArray(element.behaviors) ? (element.behaviors as unknown[]) : [];
		for (const [index, behavior] of behaviors.entries()) {
			if (!isObject(behavior) || behavior.type !== 'open_url' || text(behavior.default_url) !== '') continue;
			if (DEVICES.some((device) => text(behavior[device]) === ''))
				throw report.error(
					path,
					tag,
					`behaviors[${index}] has no default_url`,
					'Write the address that it opens, or one for each of the three devices',
				);
		}
	}
};

function checkAddresses(holder: JsonObject, path: CardPath, tag: string | undefined, report: Reporter): void {
	for (const [at, address] of addressesOf(holder)) {
		if (address === '') continue;
		const variable = /\$\{[^}]*\}/.exec(address)?.[0];
		if (variable !== undefined)
			throw report.error(
				path,
				tag,
				`${at} holds the variable ${variable}`,
				'Feishu fills in variables of templates only: write the address itself',
			);
		if (!isWebAddress(address))
			throw report.error(
				path,
				tag,
				`${at} '${address}' is no web address`,
				'Cards open http and https only; what opens in Feishu itself begins with https://applink.feishu.cn/',
			);
		if (hasImpossibleCharacters(address))
			throw report.error(
				path,
				tag,
				`${at} '${address}' has characters that an address can't have`,
				`Write ${encodedAddress(address)}`,
			);
	}
}

/** The platform takes address and words together for one address, and then refuses the card. */
export const bareAddresses: Rule = ({ found }, report) => {
	for (const visit of found) {
		for (const { text: markdown, at } of markdownsOf(visit)) {
			const [first] = addressesRunOn(markdown);
			if (!first) continue;
			const { address } = first;
			throw report.error(
				visit.path,
				visit.tag,
				`${at}: words follow directly on the address ${address}`,
				`Put a blank between, or write [${address}](${address})`,
			);
		}
	}
};
