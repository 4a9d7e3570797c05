import type { IDataObject } from 'n8n-workflow';

import type { EventSecrets } from '../../../../feishu/events/receiveRequest';

/** Where the credential keeps what verifies a post. */
export const SECRET_FIELDS = {
	encryptKey: 'encryptSecretKey',
	verificationToken: 'verificationToken',
	appId: 'appId',
} as const;

/** What verifies a post, from the credential. People copy spaces along. */
export function eventSecrets(credentials: IDataObject): Required<EventSecrets> {
	const field = (name: keyof typeof SECRET_FIELDS) => {
		const value = credentials[SECRET_FIELDS[name]];
		return typeof value === 'string' ? value.trim() : '';
	};
	return { encryptKey: field('encryptKey'), verificationToken: field('verificationToken'), appId: field('appId') };
}
