import type { Page } from 'playwright-core';

import type { CredentialRef } from '../../../demo/api';
import type { HostContext } from './context';

/** Where n8n lets the platform lead people back. */
export const redirectUrl = ({ editor }: HostContext): string => `${editor}/rest/oauth2-credential/callback`;

/** The address that n8n opens for a person who is to sign in. */
export const signInAddress = ({ api }: HostContext, { id }: CredentialRef): Promise<string> =>
	api.request('GET', `/rest/oauth2-credential/auth?id=${id}`);

/** A credential in which a person has signed in, without a browser: they consent, and are led back to n8n. */
export async function signedIn(context: HostContext, openId: string): Promise<CredentialRef> {
	const { api, feishu, platform } = context;
	await feishu.request('PUT', `/apps/${platform.appId}`, { redirect_urls: [redirectUrl(context)] });
	const credential = await api.saveCredential('A person', 'feishuOAuth2Api', {
		region: 'custom',
		baseUrl: platform.url,
		accountsUrl: platform.accountsUrl,
		clientId: platform.appId,
		clientSecret: platform.appSecret,
	});
	const url = await signInAddress(context, credential);
	const { location } = await feishu.request<{ location: string }>('POST', '/consents', { url, open_id: openId });
	await api.page('GET', location.slice(context.editor.length));
	return credential;
}

/** n8n's dialog of a person's credential. */
export class PersonDialog {
	constructor(
		private readonly page: Page,
		private readonly context: HostContext,
	) {}

	/** A new credential, filled in and not saved yet. */
	async create(): Promise<void> {
		const { page, context } = this;
		await page.goto('/home/credentials/create');
		await page.locator('[role=dialog] input').first().fill('Feishu OAuth2');
		await page.getByRole('option', { name: 'Feishu OAuth2 API' }).click();
		await page.locator('[data-test-id=new-credential-type-button]').click();
		await this.fill('clientId', context.platform.appId);
		await this.fill('clientSecret', context.platform.appSecret);
		await this.choose('region', 'Custom Base URL');
		await this.fill('baseUrl', context.platform.url);
		await this.fill('accountsUrl', context.platform.accountsUrl);
	}

	async open(credentialId: string): Promise<void> {
		await this.page.goto(`/home/credentials/${credentialId}`);
	}

	async choose(field: string, option: string): Promise<void> {
		await this.field(field).click();
		await this.page.getByRole('option', { name: option }).click();
	}

	/** Clicks on Connect, or on Switch Account, and gives the platform's page. */
	async connect(button: 'Connect' | 'Switch account' = 'Connect'): Promise<Page> {
		const [window] = await Promise.all([
			this.page.waitForEvent('popup'),
			this.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click(),
		]);
		// The window is empty until n8n knows the address.
		await window.waitForURL(`${this.context.platform.accountsUrl}/**`);
		return window;
	}

	async isConnected(): Promise<void> {
		await this.page.getByText('Account connected').waitFor();
	}

	async isNotConnected(): Promise<void> {
		await this.page.locator('[data-test-id=oauth-not-connected-banner]').waitFor();
	}

	async shows(text: string): Promise<void> {
		await this.page.getByRole('dialog').getByText(text, { exact: true }).waitFor();
	}

	private field(name: string) {
		return this.page.locator(`[data-test-id=parameter-input-${name}]`);
	}

	private async fill(name: string, value: string): Promise<void> {
		await this.field(name).locator('input').fill(value);
	}
}

/** A person answers on the platform's page, which leads back to n8n. */
export async function answerAs(window: Page, openId: string, answer: 'Authorize' | 'Deny'): Promise<void> {
	await window.locator(`input[name=open_id][value=${openId}]`).check();
	await window.getByRole('button', { name: answer }).click();
}

/** The person consents: n8n takes the login, and closes the window itself. */
export async function consentAs(window: Page, openId: string): Promise<void> {
	const closed = window.waitForEvent('close');
	await answerAs(window, openId, 'Authorize');
	await closed;
}
