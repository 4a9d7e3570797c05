import { filledList, oneOf, optionalText, requiredText, within, type Builder } from '../context';
import { iconOf } from '../parts';
import type { PeopleBlock, PersonBlock } from '../types';

const AVATARS = ['extra_small', 'small', 'medium', 'large'] as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/user-list */
export const people: Builder<PeopleBlock> = {
	name: 'People',
	build(block, context) {
		const ids = filledList(context, 'People', block.ids).map((id) => optionalText(id).trim());
		const empty = ids.indexOf('');
		if (empty >= 0) throw context.error(`person ${empty + 1} has no ID`);
		return [
			{
				tag: 'person_list',
				persons: ids.map((id) => ({ id })),
				size: oneOf(context, 'the size', block.size, AVATARS, 'small'),
				show_name: block.showName ?? true,
				show_avatar: block.showAvatar ?? true,
				...(block.ignoreUnknown && { drop_invalid_user_id: true }),
				...(block.lines !== undefined && {
					lines: within(context, 'the number of lines', block.lines, 1, Infinity),
				}),
				...iconOf(block.icon),
			},
		];
	},
};

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/user-profile */
export const person: Builder<PersonBlock> = {
	name: 'Person',
	build(block, context) {
		return [
			{
				tag: 'person',
				user_id: requiredText(context, 'the ID of the person', block.userId).trim(),
				size: oneOf(context, 'the size', block.size, AVATARS, 'medium'),
				show_name: block.showName ?? true,
				show_avatar: block.showAvatar ?? true,
				...(block.capsule && { style: 'capsule' }),
			},
		];
	},
};
