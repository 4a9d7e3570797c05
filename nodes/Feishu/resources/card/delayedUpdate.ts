import { isObject } from '../../../../feishu/json';
import { idsIn } from '../../../shared/fields/idField';
import { listField, textField } from '../../../shared/fields/plain';
import { CLICKED_CARD, composerField } from '../../../shared/im/composer';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const token = textField({
	displayName: 'Callback Token',
	name: 'callbackToken',
	typeOptions: { password: true },
	required: true,
	placeholder: 'e.g. c-295ee57216a5dc9de90fefd0aadb4b1d7d',
	description: 'The token of the event card.action.trigger',
});

const composer = composerField(CLICKED_CARD);

const onlyFor = idsIn(
	'person',
	listField({
		displayName: 'Only for Users',
		name: 'openIds',
		placeholder: 'e.g. ou_7d8a6e6df7621556',
		description:
			'The open_ids of those for whom a card 1.0 without update_multi changes, separated by commas; a card 2.0 changes for everybody',
	}),
);

export const delayedUpdate = defineOperation({
	value: 'delayedUpdate',
	name: 'Update by Callback Token',
	action: 'Update a card by callback token',
	description: 'Change a card after somebody clicked in it: within 30 minutes of the click, twice at most',
	endpoint: 'POST /open-apis/interactive/v1/card/update',
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	identity: 'app',
	fields: [token, composer, onlyFor],
	output: doneOutput('updated'),
	orderBy: ({ read }) => read(token),
	async run({ read, feishu, context }) {
		const clicked = read(token);
		const openIds = read(onlyFor);
		const { content } = await read(composer).composeOne({ context, feishu });
		if (isShared(content) && openIds.length > 0)
			throw onlyFor.refuse(
				"can't be used with a card that all see alike",
				'Leave it empty, or use a card 1.0 without config.update_multi',
			);
		if (!isShared(content) && openIds.length === 0)
			throw onlyFor.refuse(
				'is empty',
				'A card 1.0 that everybody sees in their own way needs to know for whom it changes; or set config.update_multi',
			);
		await feishu.call(this.endpoint, {
			body: { token: clicked, card: openIds.length > 0 ? { ...content, open_ids: openIds } : content },
		});
		return { updated: true };
	},
});

/** A card 1.0 that looks the same to everybody says so; without that, the platform wants to know for whom it changes. */
function isShared(card: object): boolean {
	const { schema, type, config } = card as { schema?: unknown; type?: unknown; config?: unknown };
	return schema === '2.0' || type === 'template' || (isObject(config) && config.update_multi === true);
}
