import { mappedField } from '../../../operation/field';
import type { BlockKind, MakeBlock } from './block';
import { objectsField } from './objects';

const list = objectsField({
	displayName: 'Elements',
	name: 'elements',
	typeOptions: { rows: 5 },
	default: '[{ "tag": "markdown", "content": "Hello" }]',
	description:
		'One element or an array of them. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.',
});

export const elements: BlockKind = {
	value: 'elements',
	name: 'Card Elements (JSON)',
	description: 'Elements of card JSON 2.0, for what the other blocks do not have',
	field: () =>
		mappedField(
			list,
			(found): MakeBlock =>
				() => ({ type: 'elements', elements: found }),
		),
};
