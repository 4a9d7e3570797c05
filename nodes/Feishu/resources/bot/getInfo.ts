import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

export const getInfo = defineOperation({
	value: 'getInfo',
	name: 'Get Info',
	action: 'Get info about the bot',
	description: "Read the name, picture and open_id of the app's bot; needs no scope",
	endpoint: 'GET /open-apis/bot/v3/info',
	identity: 'app',
	fields: [],
	output: outputOf({
		activate_status: 'number',
		app_name: 'string',
		avatar_url: 'string',
		ip_white_list: ['string'],
		open_id: 'string',
	}),
	async run({ feishu }) {
		// An older endpoint: `bot` stands beside code and msg.
		const { bot } = await feishu.call<{ bot: IDataObject }>(this.endpoint);
		return bot;
	},
});
