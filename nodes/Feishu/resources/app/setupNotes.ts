import type { IDataObject } from 'n8n-workflow';

import { isCoarse, type MissingScope } from '../../../../feishu/api/missingScopes';
import type { Told } from './told';

/** The app has no bot, or none in a version that is online. */
export const NO_BOT = 11205;

/** An older endpoint's word for a bot that people can use. @see https://open.feishu.cn/document/ukTMukTMukTM/uAjMxEjLwITMx4CMyETM */
export const BOT_IN_USE = 2;

/** How an application stands. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application/get */
const SWITCHED_OFF = 0;

const PUBLISH = 'create a version under Version Management & Release in the developer console, and publish it';

const because = ({ refusal }: Told<unknown>) => (refusal === undefined ? '' : ` (${refusal})`);

export const scopesNotes = (told: Told<unknown>): string[] =>
	told.refusal === undefined
		? []
		: [`What is granted can't be read here${because(told)}, so 'missing' holds all that is needed.`];

export function versionNotes(told: Told<unknown>, app: IDataObject | undefined): string[] {
	if (!app)
		return [
			`Whether a version is published is told to an app with the scope application:application:self_manage${because(told)}.`,
		];
	return [
		...(isOnline(app) ? [] : [`No version is published, and nothing works before: ${PUBLISH}.`]),
		...(app.unaudit_version_id ? ["A version waits for the administrator's approval."] : []),
		...(isOnline(app) && app.status === SWITCHED_OFF ? ['The administrator has switched the app off.'] : []),
	];
}

export const isOnline = (app: IDataObject): boolean => Boolean(app.online_version_id);

export function botNotes(told: Told<unknown>, bot: IDataObject | undefined): string[] {
	if (told.code === NO_BOT) return [`The app has no bot: add it under Add Features → Bot, then ${PUBLISH}.`];
	if (!bot) return [`Whether the bot is on could not be read${because(told)}.`];
	if (bot.activate_status === BOT_IN_USE) return [];
	return [`The bot can't be used in this organization: its activate_status is ${String(bot.activate_status)}, not 2.`];
}

export function missingNotes(missing: readonly MissingScope[], { coarse }: { coarse: boolean }): string[] {
	const unknown = missing.filter(({ scope }) => coarse && !isCoarse(scope)).map(({ scope }) => scope);
	return [
		...(missing.some(({ waiting }) => waiting)
			? ['What waits has been asked for: the administrator grants it in the admin console.']
			: []),
		...(missing.some(({ of }) => of === 'user')
			? ['What is missing of a person, the app needs as a user scope. The person then connects the credential again.']
			: []),
		...(unknown.length > 0
			? [`This deployment may not know these, so the JSON is without them: ${unknown.join(', ')}.`]
			: []),
	];
}
