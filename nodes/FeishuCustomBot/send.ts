import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { customBotAdvice } from '../../feishu/im/customBotAdvice';
import { legacyMessage } from '../../feishu/im/content/legacyMessage';
import { composerField, CUSTOM_BOT, sendInOrder } from '../shared/im/composer';
import { CustomBotClient } from '../shared/client/customBotClient';
import { requestOptions, requestOptionsField } from '../shared/fields/requestOptions';
import { propertiesOf } from '../shared/fields/nested';
import { readerOf } from '../shared/operation/field';
import { withoutMethods } from '../shared/operation/operationSet';
import { outputOf } from '../shared/operation/output';
import { runItems } from '../shared/operation/runItems';

const composer = composerField(CUSTOM_BOT);

const fields = [composer] as const;

/** One bot writes one message after the other, so nothing can be set about items side by side. */
const options = withoutMethods({
	...requestOptionsField,
	options: requestOptionsField.options?.filter(({ name }) => name !== 'itemsAtOnce'),
});

export const properties = [...propertiesOf(fields), options];

/** The platform gives no ID, so there is nothing more to tell of a message. */
export const output = outputOf({ sent: 'boolean', msg_type: 'string' });

/** Sends the messages of all items, in their order. */
export async function send(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const bot = new CustomBotClient(context, requestOptions(context).client);
	return await runItems(context, {
		atOnce: 1,
		async serve({ panel, errorContext }) {
			const messages = await readerOf(fields, panel).read(composer).compose({ context });
			const note = (words: string) => {
				errorContext.notes = [words];
			};
			return await sendInOrder(messages, note, async (message): Promise<IDataObject> => {
				await bot.send(legacyMessage(message));
				return { sent: true, msg_type: message.msg_type };
			});
		},
		errorContext: async () => ({ adviceOf: customBotAdvice }),
	});
}
