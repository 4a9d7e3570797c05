/** What holds for the fields of every credential. */
import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { FeishuAccessTokenApi } from '../../../credentials/FeishuAccessTokenApi.credentials';
import { FeishuApi } from '../../../credentials/FeishuApi.credentials';
import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { FeishuOAuth2Api } from '../../../credentials/FeishuOAuth2Api.credentials';
import { FeishuStoreAppApi } from '../../../credentials/FeishuStoreAppApi.credentials';

const FIELDS: Array<[string, INodeProperties]> = [
	FeishuAccessTokenApi,
	FeishuApi,
	FeishuCustomBotApi,
	FeishuOAuth2Api,
	FeishuStoreAppApi,
].flatMap((Type) => {
	const { name, properties }: ICredentialType = new Type();
	return properties.map((one): [string, INodeProperties] => [`${name}: ${one.name}`, one]);
});

// n8n gives the editor a placeholder in place of a secret, with which a dropdown shows nothing.
test.each(FIELDS.filter(([, { type }]) => /options|boolean|notice/i.test(type)))('%s is no secret', (_name, field) =>
	expect(field.typeOptions?.password).toBeUndefined(),
);

test.each(
	FIELDS.filter(([, { displayName }]) => /secret$|ticket$|^(app )?access token$|assertion$/i.test(displayName)),
)('%s is one', (_name, field) => expect(field.typeOptions?.password).toBe(true));
