import { InputError } from '../input';
import { wikiAddress } from './wikiAddress';

/** A wiki by its ID, or by one of its pages. */
export type SpaceAddress = { space_id: string } | { wikiNode: string };

/**
 * The wiki in what a person entered: its ID, the address of its settings, or the address of any of its pages.
 * @param label the name of the field on the panel
 * @throws InputError for anything else
 */
export function spaceAddress(label: string, entered: string): SpaceAddress {
	const given = entered.trim();
	if (/^\d{5,20}$/.test(given) || given === 'my_library') return { space_id: given };
	if (!/^https?:\/\//i.test(given))
		throw new InputError(
			label,
			`The field '${label}' holds no wiki: ${given.slice(0, 60)}`,
			'Choose it from the list, or paste the address of one of its pages. Its ID has digits only.',
		);
	const { pathname = '' } = URL.canParse(given) ? new URL(given) : {};
	const [, space_id] = /\/wiki\/(?:settings|space)\/(\d+)/.exec(pathname) ?? [];
	return space_id === undefined ? { wikiNode: wikiAddress(label, given) } : { space_id };
}
