import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { issuedFor, readApp } from '../../../feishu/api/app';
import { RefreshedSession } from './refreshedSession';

/** The name of the credential of a self-built app. */
export const APP_CREDENTIAL = 'feishuApi';

/** A self-built app: one token for the organization that it belongs to. */
export class AppSession extends RefreshedSession {
	readonly authentication = 'app';

	protected readonly type = APP_CREDENTIAL;

	protected readonly purpose = '';

	protected readonly tokenFields = ['tokenWhileGood', 'accessToken', 'appAccessToken', 'usableUntil', 'issuedFor'];

	protected isGood(data: ICredentialDataDecryptedObject): boolean {
		return (
			Boolean(data.tokenWhileGood) &&
			Boolean(data.accessToken) &&
			Number(data.usableUntil) > Date.now() &&
			data.issuedFor === issuedFor(readApp(data))
		);
	}

	protected async asked(): Promise<ICredentialDataDecryptedObject> {
		return {};
	}
}
