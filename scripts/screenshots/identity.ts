import type { IDataObject, INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { fileOf, picture, took, WITHOUT_OVERLAYS, type Studio } from './picture';

type Fields = ReadonlyArray<readonly [field: string, value: string | readonly string[]]>;

/** High enough for the longest form. */
const HIGH = { width: 1280, height: 1700 };

/** n8n shows a part of a long form at a time. */
const FORM = '[data-test-id=editCredential-modal]';
const WHOLE_FORM = `${FORM}, ${FORM} :has([data-test-id=node-credentials-config-container]) {
	height: fit-content !important; max-height: none !important; overflow: visible !important; }`;

/** What each form is filled in with; a list is a choice of several. */
const FORMS: Readonly<Record<string, { type: string; fields: Fields }>> = {
	'credential-app': {
		type: 'Feishu API',
		fields: [
			['appId', 'cli_9f5343c580712544'],
			['appSecret', 'the secret of the app'],
		],
	},
	'credential-person': {
		type: 'Feishu OAuth2 API',
		fields: [
			['clientId', 'cli_9f5343c580712544'],
			['clientSecret', 'the secret of the app'],
			['useFor', ['Messages and Groups', 'Docs']],
		],
	},
	'credential-store-app': {
		type: 'Feishu Store App API',
		fields: [
			['appId', 'cli_9f5343c580712544'],
			['appSecret', 'the secret of the app'],
			['encryptSecretKey', 'the key'],
		],
	},
	'credential-access-token': {
		type: 'Feishu Access Token API',
		fields: [['accessToken', 't-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234']],
	},
};

async function fill(page: Page, field: string, value: string | readonly string[]): Promise<void> {
	const box = page.locator(`[data-test-id=parameter-input-${field}]`);
	if (typeof value === 'string') return await box.locator('input').fill(value);
	await box.click();
	for (const name of value) await page.getByRole('option', { name, exact: true }).click();
}

async function forms(page: Page): Promise<void> {
	for (const [name, { type, fields }] of Object.entries(FORMS)) {
		await page.goto('/home/credentials/create', { waitUntil: 'commit' });
		await page.locator('[role=dialog] input').first().fill(type);
		await page.getByRole('option', { name: type, exact: true }).click();
		await page.locator('[data-test-id=new-credential-type-button]').click();
		for (const [field, value] of fields) await fill(page, field, value);
		// Out of the last field, and of a list that stays open for more.
		await page.locator(`${FORM} [data-test-id=connection]`).click();
		await page.waitForLoadState('networkidle');
		const style = WITHOUT_OVERLAYS + WHOLE_FORM;
		const path = fileOf(name);
		took(name, await page.locator(FORM).screenshot({ path, animations: 'disabled', caret: 'hide', style }));
	}
}

/** One of each kind; they can't sign in. */
const CREDENTIALS: Readonly<Record<string, readonly [type: string, data: IDataObject]>> = {
	'Our app': ['feishuApi', { appId: 'cli_9f5343c580712544', appSecret: 'x' }],
	Anna: ['feishuOAuth2Api', { clientId: 'cli_9f5343c580712544', clientSecret: 'x' }],
	'App for customers': ['feishuStoreAppApi', { appId: 'cli_9f5343c580712544', appSecret: 'x' }],
	'Token of the vault': ['feishuAccessTokenApi', { accessToken: 'x' }],
};

/** A node that acts as one of them. */
async function panel({ page, api }: Studio, who: string, authentication: string, parameters: INode['parameters']) {
	const [type = ''] = CREDENTIALS[who] ?? [];
	const credential = (await api.credentials()).find((one) => one.name === who && one.type === type);
	const node = {
		id: 'feishu',
		name: 'Feishu',
		type: 'n8n-nodes-feishu-openapi.feishu',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { authentication, ...parameters },
		credentials: { [type]: { id: credential?.id ?? '', name: who } },
	};
	const settings = { executionOrder: 'v1' } as const;
	const { id } = await api.createWorkflow({ name: `As ${who}`, nodes: [node], connections: {}, settings });
	await page.goto(`/workflow/${id}`);
	await page.locator('[data-test-id=canvas-node][data-node-name="Feishu"]').dblclick();
	await page.locator('[data-test-id=node-credentials-select]').waitFor();
}

/** Whom a node may act as, for which organization, and where an operation takes another identity than was chosen. */
async function panels(studio: Studio): Promise<void> {
	const { page, api } = studio;
	for (const [name, [type, data]] of Object.entries(CREDENTIALS)) await api.saveCredential(name, type, data);
	await panel(studio, 'App for customers', 'storeApp', {
		resource: 'message',
		operation: 'send',
		text: 'Good morning!',
	});
	await picture(page, 'node-store-app');
	await panel(studio, 'Anna', 'person', { resource: 'bot', operation: 'getInfo' });
	await picture(page, 'node-only-app');
	await page.locator('[data-test-id=node-credentials-select]').click();
	await page.getByRole('option', { name: 'Token of the vault' }).waitFor();
	await picture(page, 'node-credential');
}

/** The forms of the credentials, and what a node shows of who acts. */
export async function identity(studio: Studio): Promise<void> {
	const { page } = studio;
	const size = page.viewportSize();
	await page.setViewportSize(HIGH);
	await forms(page);
	if (size) await page.setViewportSize(size);
	await panels(studio);
}
