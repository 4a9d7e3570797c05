import { object } from '../../../../json';
import { withoutCode } from '../../../../markdown/codeMarks';
import { markdownsOf } from '../markdowns';
import type { Rule } from './rule';

/** Languages of single texts and images, where only whole cards may have several. */
export const languages: Rule = ({ found, use }, report) => {
	if (use.localLanguages) return;
	for (const { element, path, tag } of found) {
		const local = Object.keys(element).find((name) => name.startsWith('i18n_') && name !== 'i18n_text_tag_list');
		if (local !== undefined)
			throw report.error(
				path,
				tag,
				`${use.name} takes no ${local}`,
				'Send each person the card in one language, or use card JSON 1.0 with i18n_elements',
			);
	}
};

const MENTION = /<at\s+(?:email|(?:id|ids|user_id)\s*=\s*["']?(?:[^<>"']*,)?on_)[^<>]*>/;

/** A custom bot belongs to a group, not to an app: it knows people by open_id and user_id only. */
export const mentions: Rule = ({ found, use }, report) => {
	if (use.mentionsByAll) return;
	for (const visit of found) {
		for (const { text, at } of markdownsOf(visit)) {
			const mention = text.includes('<at') ? MENTION.exec(withoutCode(text))?.[0] : undefined;
			if (mention !== undefined)
				throw report.error(
					visit.path,
					visit.tag,
					`${at}: ${use.name} can't mention anybody by ${mention}`,
					'It knows people by open_id (ou_…) and user_id only',
				);
		}
	}
};

/** Card entities know version 2.0 only (300303). */
export const entities: Rule = ({ use, version }, report) => {
	if (!use.secondOnly || version === '2.0') return;
	throw report.error([], undefined, `${use.name} is of version 2.0`, 'Write "schema": "2.0", and elements into body');
};

/** A change of a card shows to all who have it, and is refused unless the card says so. */
export const shared: Rule = ({ card, use, version }, report) => {
	if (!use.shared || version === '2.0') return;
	if (object(card.config).update_multi === true) return;
	throw report.error(
		['config', 'update_multi'],
		undefined,
		'a card that is changed must be the same for everybody',
		'Write "config": {"update_multi": true} into this card and into the one that it takes the place of',
	);
};
