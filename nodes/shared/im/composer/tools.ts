import type { IExecuteFunctions } from 'n8n-workflow';

import type { FeishuClient } from '../../client/client';

/** With what a message is composed. */
export interface Tools {
	context: IExecuteFunctions;
	/** The platform; absent where no app writes. */
	feishu?: FeishuClient;
}

/** The platform, where an app writes. */
export function platformOf({ feishu }: Pick<Tools, 'feishu'>): FeishuClient {
	if (!feishu) throw new Error('This needs an app, and the field should not have been offered');
	return feishu;
}
