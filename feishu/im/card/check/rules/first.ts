/**
 * What version 1.0 refuses. It ignores properties that it does not know, but what its components can't hold it can't show.
 * @see https://open.feishu.cn/document/feishu-cards/card-components/component-overview
 */
import { isObject } from '../../../../json';
import type { Visit } from '../walk';
import type { Rule } from './rule';

type Holds = (tag: string, visit: Visit) => boolean;

const CLICKABLE: ReadonlySet<string> = new Set([
	'div',
	'markdown',
	'img',
	'note',
	'column_set',
	'checker',
	'interactive_container',
]);

/** What stands directly or anywhere in a component. Deep: in all that it holds; else only among its own elements. */
const HOLDERS: ReadonlyArray<{ holder: string; deep: boolean; holds: Holds; advice: string }> = [
	{
		holder: 'form',
		deep: true,
		holds: (tag) => !['table', 'chart', 'form'].includes(tag),
		advice: 'Take it out of the form',
	},
	{ holder: 'form', deep: false, holds: (tag) => tag !== 'div', advice: 'Put it into columns within the form' },
	{
		holder: 'column_set',
		deep: true,
		holds: (tag) => !['table', 'form', 'img_combination'].includes(tag),
		advice: 'Take it out of the columns',
	},
	{
		holder: 'interactive_container',
		deep: false,
		holds: (tag) => CLICKABLE.has(tag),
		advice: 'It holds texts, images, columns and checkers only; version 2.0 has more',
	},
	{
		holder: 'interactive_container',
		deep: true,
		holds: (tag) => !['table', 'form', 'chart'].includes(tag),
		advice: 'Take it out of the container',
	},
	{
		holder: 'collapsible_panel',
		deep: true,
		holds: (tag) => !['table', 'form'].includes(tag),
		advice: 'Take it out of the panel',
	},
];

export const firstPlaces: Rule = ({ found }, report) => {
	for (const visit of found) {
		if (visit.slot === undefined) continue;
		const broken = HOLDERS.find(({ holder, deep, holds }) => {
			const around = deep ? visit.around : visit.around.slice(-1);
			return around.some(({ tag }) => tag === holder) && !holds(visit.tag, visit);
		});
		if (broken)
			throw report.error(
				visit.path,
				visit.tag,
				`in version 1.0 a ${broken.holder} can't hold a ${visit.tag}`,
				broken.advice,
			);
	}
};

/** Elements that are no list. */
export const firstLists: Rule = ({ card }, report) => {
	const { elements, i18n_elements: languages } = card;
	if (elements !== undefined && elements !== null && !Array.isArray(elements))
		throw report.error(['elements'], undefined, 'it is no list', '"elements": [{"tag": "hr"}]');
	if (languages === undefined || languages === null) return;
	if (!isObject(languages))
		throw report.error(['i18n_elements'], undefined, 'it is no object by language', '{"en_us": […], "zh_cn": […]}');
	for (const [language, list] of Object.entries(languages))
		if (!Array.isArray(list))
			throw report.error(['i18n_elements', language], undefined, 'it is no list', '[{"tag": "hr"}]');
};

/** A header without words. */
export const firstHeader: Rule = ({ card }, report) => {
	const { header } = card;
	if (header === undefined || header === null) return;
	if (!isObject(header))
		throw report.error(['header'], undefined, 'it is no object', '{"title": {"tag": "plain_text", "content": "…"}}');
	if (Object.keys(header).length > 0 && !header.title && !header.subtitle)
		throw report.error(['header'], undefined, "the property 'title' is missing", 'Write one, or leave the header out');
};
