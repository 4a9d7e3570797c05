import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { customBotAdvice } from '../../feishu/im/customBotAdvice';
import { legacyMessage } from '../../feishu/im/content/legacyMessage';
import { compose, composerFieldsOld, CUSTOM_BOT, inOrder, type Composed } from '../shared/im/composer';
import { CustomBotClient } from '../shared/client/customBotClient';
import { clientOptionsField } from '../shared/fields/requestOptions';
import { Panel } from '../shared/operation/panel';
import { Params } from '../shared/operation/params';
import { runItems, type ItemTurn } from '../shared/operation/runItems';
import type { Field } from '../shared/operation/operation';

/** One bot writes one message after the other, so nothing can be set about items side by side. */
export const fields: readonly Field[] = [...composerFieldsOld(CUSTOM_BOT), ...clientOptionsField.properties];

/** Sends the messages of all items, in their order. */
export async function send(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const bot = new CustomBotClient(context, clientOptionsField.read(new Panel(context, 0)));
	return await runItems(context, {
		atOnce: 1,
		serve: async ({ panel, errorContext }) => {
			const param = new Params(context, panel.itemIndex, fields);
			return await sendAll(bot, await compose({ param, context, surface: CUSTOM_BOT }), errorContext);
		},
		errorContext: async () => ({ adviceOf: customBotAdvice }),
	});
}

/** The platform gives no ID, so there is nothing more to tell of a message. */
async function sendAll(
	bot: CustomBotClient,
	messages: readonly Composed[],
	errorContext: ItemTurn['errorContext'],
): Promise<IDataObject[]> {
	const note = (words: string) => {
		errorContext.notes = [words];
	};
	return await inOrder(messages, note, async (message): Promise<IDataObject> => {
		await bot.send(legacyMessage(message));
		return { sent: true, msg_type: message.msg_type };
	});
}
