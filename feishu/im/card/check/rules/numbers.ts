import { ELEMENTS_LIMIT } from '../../limits';
import type { Rule } from './rule';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
export const elements: Rule = ({ found }, report) => {
	const last = found[ELEMENTS_LIMIT];
	if (last)
		throw report.tooMuch(
			last.path,
			last.tag,
			`with it the card has more than ${ELEMENTS_LIMIT} elements, of ${found.length}`,
			'Components, texts and icons count. Take some out, or gather texts in one markdown element',
		);
};
