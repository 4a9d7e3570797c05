import { buildNamedCard, type Block, type CardSpec } from '../../../../feishu/im/card';
import { mentionTagInCard } from '../../../../feishu/im/content/cardContent';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import { fieldGroup } from '../../fields/nested';
import { blocksField } from './blocks';
import { withOptions } from './blocks/blockOptions';
import { nested, type Placed } from './blocks/nested';
import { checkedCard } from './checked';
import { cardTitle, headerColor, headerOf, headerOptions } from './cardHeader';
import { cardSettings } from './cardSettings';
import type { Compose, Frame, MessageKind } from './kind';
import type { Surface } from './surface';
import type { Tools } from './tools';

export const card: MessageKind = {
	value: 'card',
	name: 'Card',
	description: 'A header and blocks: words, tables, images, buttons',
	inWords: true,
	field(surface) {
		const blocks = blocksField(surface);
		const listed = [cardTitle, headerColor, blocks, headerOptions, cardSettings] as const;
		return fieldGroup('card', listed, ({ read }): Compose => {
			const settings = read(cardSettings);
			const options = read(headerOptions);
			const header = headerOf({ title: read(cardTitle), color: read(headerColor), options });
			const drafts = read(blocks);
			return async (tools) => {
				const made: Placed[] = [];
				// In their order, so that the first complaint is about the first block.
				for (const { label, make, options: added } of drafts)
					made.push({ block: withOptions(await make(tools), added, label), inside: added.inside, label });
				const content = await finishCard(surface, { ...settings, header, blocks: nested(made) }, tools, blocks.label);
				return [{ msg_type: 'interactive', content }];
			};
		});
	},
};

/**
 * The card with its mentions and the line that says where it comes from, checked against the limits.
 * @throws InputError that names the block
 */
async function finishCard(
	surface: Surface,
	spec: CardSpec,
	{ mentions, from, ...tools }: Tools & Frame,
	field: string,
): Promise<JsonObject> {
	const named = await mentions.resolve(tools);
	const blocks: Block[] = [
		...(named.length > 0
			? [{ type: 'markdown' as const, label: 'Mentions', text: named.map(mentionTagInCard).join(' ') }]
			: []),
		...spec.blocks,
		...(from ? [{ type: 'note' as const, label: 'Link to Workflow', text: from }] : []),
	];
	if (blocks.length === 0 && !spec.header)
		throw new InputError(field, 'The card is empty', `Enter a title, or add a row to '${field}'`);
	const { card: built, nameOf } = buildNamedCard({ ...spec, blocks }, field);
	return checkedCard(tools.context, built, { surface, field, nameOf });
}
