import type { BlockKind } from './block';
import { readObjects } from './objects';

export const elements: BlockKind = {
	value: 'elements',
	name: 'Card Elements (JSON)',
	description: 'Elements of card JSON 2.0, for what the other blocks do not have',
	fields: () => [
		{
			displayName: 'Elements',
			name: 'elements',
			type: 'json',
			typeOptions: { rows: 5 },
			required: true,
			default: '[{ "tag": "markdown", "content": "Hello" }]',
			description:
				'One element or an array of them. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.',
		},
	],
	read: (row) => ({ type: 'elements', elements: readObjects(row, 'elements') }),
};
