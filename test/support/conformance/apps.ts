import type { Client } from '@larksuiteoapi/node-sdk';
import * as lark from '@larksuiteoapi/node-sdk';
import type { App, Grants } from '../../../simulator';
import { type Fixture, Http, sdkClient } from './harness';

/** A second app of the company, which may be called through the SDK and by plain HTTP. */
export interface Second {
	app: App;
	client: Client;
	http: Http;
}

export async function secondApp({ simulator, http }: Fixture, grants: Partial<Grants> = {}): Promise<Second> {
	const app = await http.admin<App>('POST', '/apps', { name: 'Second Bot' });
	await http.admin('PUT', `/apps/${app.app_id}`, grants);
	const own = { ...simulator, appId: app.app_id, appSecret: app.app_secret };
	return { app, client: sdkClient(own), http: new Http(own) };
}

/** The options with which the SDK calls as a person. */
export async function asPerson({ http, simulator }: Fixture, openId: string, scopes: string[] | null = null) {
	const { token } = await http.admin<{ token: string }>('POST', '/tokens', {
		app_id: simulator.appId,
		open_id: openId,
		scopes,
	});
	return { token, option: lark.withUserAccessToken(token), headers: { authorization: `Bearer ${token}` } };
}
