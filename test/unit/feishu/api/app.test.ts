import { APP_FIELDS, readApp } from '../../../../feishu/api/app';
import { signIn } from '../../../../feishu/api/tokens';
import { FeishuApi } from '../../../../credentials/FeishuApi.credentials';

const CREDENTIAL = {
	region: 'custom',
	baseUrl: ' https://open.example.com/ \n',
	appId: '\tcli_1 ',
	appSecret: ' secret\r\n',
	encryptSecretKey: 'key\n',
	verificationToken: ' token',
};

it('reads an app without what was copied along', () => {
	expect(readApp(CREDENTIAL)).toEqual({
		region: 'custom',
		baseUrl: 'https://open.example.com/',
		accountsUrl: '',
		clientAssertion: '',
		appId: 'cli_1',
		appSecret: 'secret',
		encryptKey: 'key',
		verificationToken: 'token',
	});
});

it('leaves empty what a credential does not have', () => {
	const nothing = {
		baseUrl: '',
		accountsUrl: '',
		clientAssertion: '',
		appId: '',
		appSecret: '',
		encryptKey: '',
		verificationToken: '',
	};
	expect(readApp({ appId: null, appSecret: 7 })).toEqual({ ...nothing, region: 'feishu' });
});

it('reads fields that the credential shows', () => {
	const names = new FeishuApi().properties.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(Object.values(APP_FIELDS)));
});

it('asks for tokens with it', () => {
	expect(signIn(readApp(CREDENTIAL))).toEqual({
		method: 'POST',
		url: 'https://open.example.com/open-apis/auth/v3/app_access_token/internal',
		body: { app_id: 'cli_1', app_secret: 'secret' },
	});
});
