import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { customBotAdvice } from '../../feishu/im/customBotAdvice';
import { legacyMessage } from '../../feishu/im/content/legacyMessage';
import { composerField, CUSTOM_BOT, sendInOrder } from '../shared/im/composer';
import { CustomBotClient } from './customBotClient';
import { propertiesOf } from '../shared/fields/nested';
import { clientOptionsField } from '../shared/fields/requestOptions';
import { readerOf } from '../shared/operation/field';
import { outputOf } from '../shared/operation/output';
import { Panel } from '../shared/operation/panel';
import { runItems } from '../shared/operation/runItems';

const composer = composerField(CUSTOM_BOT);

const fields = [composer] as const;

/** One bot writes one message after the other, so nothing can be set about items side by side. */
export const properties = propertiesOf([...fields, clientOptionsField]);

/** The platform gives no ID, so there is nothing more to tell of a message. */
export const output = outputOf({ sent: 'boolean', msg_type: 'string' });

/** Sends the messages of all items, in their order. */
export async function send(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const bot = new CustomBotClient(context, clientOptionsField.read(new Panel(context, 0)));
	return await runItems(context, {
		atOnce: 1,
		async serve({ panel, errorContext }) {
			const messages = await readerOf(fields, panel).read(composer).compose({ context });
			return await sendInOrder(messages, errorContext, async (message): Promise<IDataObject> => {
				await bot.send(legacyMessage(message));
				return { sent: true, msg_type: message.msg_type };
			});
		},
		errorContext: async () => ({ adviceOf: customBotAdvice }),
	});
}
