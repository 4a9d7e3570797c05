/** All who may act, on one platform: each kind of credential, for the platform's one app. */
import type { INodeParameters } from 'n8n-workflow';

import { seedBases } from '../../../simulator/seed/bases';
import { groupOf } from '../../../simulator/state/chats';
import { handOverCalendars } from './calendarHands';
import { allItems } from '../../../simulator/state/documents';
import { memberAs } from '../../../simulator/wiki/spaces';
import type { CredentialRef } from './execute';
import type { Platform } from './platform';
import { keepSecret } from './witness';

/** Where a credential leads. */
export interface Where {
	region: string;
	baseUrl?: string;
}

type Make = (platform: Platform, where: Where) => Promise<CredentialRef>;

/** Fields of approvals in which an app says for whom it acts; in a person's name they are refused. */
const FOR_APPS = ['starter', 'approver', 'whose', 'copyAs'];

/** The parameters of an operation as somebody of this identity fills them in. */
export function filledInBy(isPerson: boolean, parameters: INodeParameters): INodeParameters {
	if (!isPerson || !String(parameters.resource).startsWith('approval')) return parameters;
	return Object.fromEntries(Object.entries(parameters).filter(([name]) => !FOR_APPS.includes(name)));
}

const control = async <T>({ simulator }: Platform, path: string, body: object): Promise<T> => {
	const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
	return (await answer.json()) as T;
};

async function tenantToken(platform: Platform): Promise<string> {
	const { appId: app_id, appSecret: app_secret } = platform.simulator;
	const path = '/open-apis/auth/v3/tenant_access_token/internal';
	const answer = await control<{ tenant_access_token: string }>(platform, path, { app_id, app_secret });
	keepSecret(answer.tenant_access_token);
	return answer.tenant_access_token;
}

/** Of the first person, who has granted everything unless scopes are given. */
export async function personToken(platform: Platform, scopes: readonly string[] | null = null): Promise<string> {
	const asked = { app_id: platform.simulator.appId, open_id: platform.user.open_id, scopes };
	const { token } = await control<{ token: string }>(platform, '/_sim/tokens', asked);
	keepSecret(token);
	return token;
}

const app = (platform: Platform) => {
	const { appId, appSecret } = platform.simulator;
	const found = platform.store.apps.get(appId);
	if (!found) throw new Error('There is no app');
	return { appId, appSecret, found };
};

/**
 * How each of them comes to a credential, by what Authentication and the kind of the token are called. The platform's
 * app is one of the store for the store app, and one of the company for all others.
 */
export const EVERYONE: Readonly<Record<string, { isPerson: boolean; isToken?: true; make: Make }>> = {
	app: {
		isPerson: false,
		async make(platform, where) {
			const { appId, appSecret } = app(platform);
			return platform.keep('feishuApi', { ...where, appId, appSecret }, appSecret);
		},
	},
	person: {
		isPerson: true,
		async make(platform, where) {
			const { appId: clientId, appSecret: clientSecret } = app(platform);
			const oauthTokenData = { access_token: await personToken(platform) };
			return platform.keep('feishuOAuth2Api', { ...where, clientId, clientSecret, oauthTokenData }, clientSecret);
		},
	},
	storeApp: {
		isPerson: false,
		async make(platform, where) {
			const { appId, appSecret, found } = app(platform);
			const { tenantKey } = platform.store;
			found.installs = { [tenantKey]: 'on' };
			await control(platform, `/_sim/apps/${appId}/ticket`, {});
			const ticketToken = platform.store.accounts.tickets.get(appId)?.sent.at(-1) ?? '';
			const data = { ...where, appId, appSecret, tenantKey, ticketToken };
			return platform.keep('feishuStoreAppApi', data, appSecret, ticketToken);
		},
	},
	"an organization's token": {
		isPerson: false,
		isToken: true,
		async make(platform, where) {
			const accessToken = await tenantToken(platform);
			return platform.keep('feishuAccessTokenApi', { ...where, kind: 'tenant', accessToken });
		},
	},
	"a person's token": {
		isPerson: true,
		isToken: true,
		async make(platform, where) {
			const accessToken = await personToken(platform);
			return platform.keep('feishuAccessTokenApi', { ...where, kind: 'user', accessToken });
		},
	},
};

/** The platform's app is the company's own again. */
export function leaveStore(platform: Platform): void {
	delete app(platform).found.installs;
}

/** What is the app's becomes the first person's: groups and documents of all kinds that it owns, wikis, messages and comments that it wrote, reactions that it gave. */
export function handOver(platform: Platform): void {
	const { appId, found } = app(platform);
	const { open_id: id } = platform.user;
	const person = { id, id_type: 'open_id', sender_type: 'user' } as const;
	for (const chat of platform.store.chats.values()) {
		if (chat.owner_id !== found.bot_open_id) continue;
		chat.owner_id = id;
		if (!chat.members.includes(id)) chat.members = [...chat.members, id];
		groupOf(chat).joined[id] ??= platform.store.tick();
	}
	for (const item of allItems(platform.store)) {
		if (item.owner === found.bot_open_id) item.owner = id;
		for (const { replies } of platform.store.comments.of(item.token))
			for (const reply of replies) if (reply.user_id === found.bot_open_id) reply.user_id = id;
	}
	for (const { members } of platform.store.wiki.spaces.values())
		if (members.some(({ member_id, role }) => member_id === found.bot_open_id && role === 'admin'))
			members.push(memberAs('admin', { member_type: 'openid', member_id: id }));
	handOverCalendars(platform);
	handOverTasks(platform, appId);
	for (const message of platform.store.messages.values()) {
		if (message.sender.id === appId) Object.assign(message, { sender: person });
		for (const reaction of message.reactions) if (reaction.operator.id === appId) reaction.operator = person;
	}
}

/** Tasks and lists that the app made, and what it said and sent there. */
function handOverTasks({ store, user }: Platform, appId: string): void {
	const { tasks } = store;
	const person = { id: user.open_id, type: 'user' } as const;
	for (const one of [...tasks.all.values(), ...tasks.lists.values(), ...tasks.comments.values()])
		if (one.creator.id === appId) one.creator = person;
	for (const list of tasks.lists.values()) if (list.owner.id === appId) list.owner = person;
	for (const one of tasks.sections) if (one.creator.id === appId) one.creator = person;
	// Members are of another kind than the app then.
	for (const { members } of tasks.all.values())
		for (const member of members) if (member.id === appId) Object.assign(member, person);
}

/** The bases of a fresh organization again: operations delete what others need. */
export function freshBases(platform: Platform): void {
	platform.store.bases.all.clear();
	seedBases(platform.store, app(platform).found);
}
