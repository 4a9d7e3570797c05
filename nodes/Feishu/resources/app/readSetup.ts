import type { IDataObject } from 'n8n-workflow';

import type { ScopeLists } from '../../../../feishu/api/missingScopes';
import type { FeishuClient } from '../../../shared/client/client';
import { BOT_IN_USE, botNotes, isOnline, NO_BOT, scopesNotes, versionNotes } from './setupNotes';
import { isAnswer, isWithheld, told } from './told';

export const SCOPES = 'GET /open-apis/application/v6/scopes';
export const APPLICATION = 'GET /open-apis/application/v6/applications/:app_id';
export const BOT = 'GET /open-apis/bot/v3/info';
export const PERSON = 'GET /open-apis/authen/v1/user_info';

/** What the platform tells of an app, or of a person; `null` where it does not. */
export interface Setup {
	granted: Partial<ScopeLists> | null;
	/** Asked for, and not granted yet. */
	waiting: ScopeLists;
	bot: boolean | null;
	published: boolean | null;
	account: IDataObject | null;
	appId?: string;
	/** What else there is to know. */
	notes: string[];
}

interface Scope {
	scope_name: string;
	grant_status: number;
	scope_type: string;
}

/** How a scope stands. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/list */
const [GRANTED, WAITING] = [1, 2];

function listsOf(scopes: readonly Scope[], status: number): ScopeLists {
	const of = (holder: string) =>
		scopes
			.filter((scope) => scope.scope_type === holder && scope.grant_status === status)
			.map(({ scope_name: name }) => name)
			.sort();
	return { tenant: of('tenant'), user: of('user') };
}

/** @throws what tells more of the setup than any scope: a wrong secret, an app that is not installed */
export async function setupOfApp(feishu: FeishuClient): Promise<Setup> {
	const scopes = await told(feishu.call<{ scopes?: Scope[] }>(SCOPES), isWithheld);
	const own = { path: { app_id: 'me' }, query: { lang: 'en_us' } };
	const application = await told(feishu.call<{ app?: IDataObject }>(APPLICATION, own), isAnswer);
	const info = await told(feishu.call<{ bot?: IDataObject }>(BOT), isAnswer);
	const list = scopes.value && (scopes.value.scopes ?? []);
	const app = application.value?.app;
	const bot = info.value?.bot;
	// Scopes stand there as the version that is online has them.
	const published = app ? isOnline(app) : list && list.length > 0 ? true : null;
	return {
		granted: list ? listsOf(list, GRANTED) : null,
		waiting: listsOf(list ?? [], WAITING),
		bot: bot ? bot.activate_status === BOT_IN_USE : info.code === NO_BOT ? false : null,
		published,
		account: null,
		appId: typeof app?.app_id === 'string' ? app.app_id : undefined,
		notes: [...scopesNotes(scopes), ...versionNotes(application, app), ...botNotes(info, bot)],
	};
}

/** @throws what tells that there is no login */
export async function setupOfPerson(feishu: FeishuClient): Promise<Setup> {
	const person = await feishu.call(PERSON);
	const user = await feishu.grantedByPerson();
	const { name, en_name, open_id, tenant_key } = person;
	return {
		granted: user ? { user } : null,
		waiting: { tenant: [], user: [] },
		bot: null,
		published: null,
		account: { name, en_name, open_id, tenant_key },
		notes: [
			...(user ? [] : ["A token does not say what its person has granted, so 'missing' holds all that is needed."]),
			'Of the app itself, its bot and its version, a check with a credential of the kind Feishu API tells.',
		],
	};
}
