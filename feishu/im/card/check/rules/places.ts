import { factsOf } from '../facts';
import { NESTING_LIMIT } from '../../limits';
import type { Visit } from '../walk';
import type { Rule } from './rule';

interface Misplaced {
	message: string;
	advice: string;
}

/** What may stand in a list of components. */
const SLOTS: { readonly [slot: string]: (visit: Visit) => Misplaced | undefined } = {
	elements: ({ tag }) => {
		const within = factsOf(tag)?.within;
		return within === undefined
			? undefined
			: { message: `a ${tag} can't stand here by itself`, advice: `Its place is in ${within}` };
	},
	columns: ({ tag }) =>
		tag === 'column'
			? undefined
			: { message: 'columns hold nothing but columns', advice: 'Put it into {"tag": "column", "elements": […]}' },
	buttons: ({ tag }) =>
		tag === 'button' ? undefined : { message: 'buttons hold nothing but buttons', advice: 'Take it out' },
	text_tag_list: ({ tag }) =>
		tag === 'text_tag'
			? undefined
			: { message: 'the list holds nothing but tags', advice: 'For example {"tag": "text_tag", "text": {…}}' },
};

/** Lists hold what they are for; some components stand directly in the card only. */
export const places: Rule = ({ found }, report) => {
	for (const visit of found) {
		const { path, tag, slot, around } = visit;
		if (slot === undefined) continue;
		const misplaced = SLOTS[slot]?.(visit);
		if (misplaced) throw report.error(path, tag, misplaced.message, misplaced.advice);
		if (factsOf(tag)?.rootOnly && around.some((one) => factsOf(one.tag)?.container))
			throw report.error(path, tag, `a ${tag} can stand only directly in the card`, 'Take it out of what is around it');
	}
};

export const inForms: Rule = ({ found }, report) => {
	for (const visit of found)
		if (visit.slot !== undefined && factsOf(visit.tag)?.formOnly && !isInForm(visit))
			throw report.error(
				visit.path,
				visit.tag,
				`a ${visit.tag} works in a form only`,
				'Put it into a form with a submit button',
			);
};

/** @see https://open.feishu.cn/document/common-capabilities/message-card/message-card */
export const depth: Rule = ({ found }, report) => {
	for (const { path, tag, around } of found) {
		const outer = around.filter((one) => factsOf(one.tag)?.container);
		if (factsOf(tag)?.container && outer.length >= NESTING_LIMIT)
			throw report.error(path, tag, `it lies deeper than ${NESTING_LIMIT} containers`, 'Nest less');
	}
};

/** Pictures are chosen at once outside of a form, so only one can be. */
export const pictures: Rule = ({ found }, report) => {
	for (const visit of found)
		if (visit.tag === 'select_img' && visit.element.multi_select === true && !isInForm(visit))
			throw report.error(
				visit.path,
				visit.tag,
				'several pictures can be chosen in a form only',
				'Put it into a form, or leave multi_select out',
			);
};

export function isInForm({ around }: Visit): boolean {
	return around.some((one) => one.tag === 'form');
}
