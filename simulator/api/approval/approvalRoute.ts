import { tellApps } from '../../events/approvalEvents';
import { definitionOf } from '../../approval/definitions';
import { requireNoTrouble } from '../../approval/conditions';
import type { Course } from '../../approval/flow';
import { inCodesOf, refused } from '../../approval/problem';
import type { Place } from '../../approval/widgetKind';
import type { Reader } from '../../approval/view';
import { requireScope } from '../../gateway/requireScope';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { oneOf, type Shape, withDefault } from '../../platform/validate';
import type { Instance } from '../../state/approvals';

export const V4 = '/open-apis/approval/v4';
export const INSTANCES = `${V4}/instances`;
export const TASKS = `${V4}/tasks`;

const LOCALES = 'zh-CN en-US ja-JP zh-HK zh-TW de-DE es-ES fr-FR id-ID it-IT ko-KR pt-BR th-TH vi-VN ms-MY ru-RU'.split(
	' ',
);
export const locale = oneOf(LOCALES);
export const idType = withDefault(oneOf(USER_ID_TYPES), 'open_id');

type Declared<Q extends Shape, B extends Shape> = Parameters<typeof defineRoute<Q, B>>[0];

/** Where nobody can grant the scopes of the newer endpoints, no person's token has them. */
function requireGrantable({ by, platform: { store } }: Call, scopes: readonly string[]): void {
	if (by.user && store.settings.approvalUserScopes === 'absent') requireScope({ ...by, scopes: [] }, scopes);
}

/** An endpoint of approvals: 100 times a minute unless its page says otherwise, with the refusals in the codes of the tenant. */
export function approvalRoute<Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Declared<Q, B>,
): Route {
	const route = defineRoute<Q, B>({ tier: 3, ...declared });
	const isNewer = route.tokens?.length === 1 && route.tokens[0] === 'user';
	return {
		...route,
		async handle(call) {
			if (isNewer) requireGrantable(call, route.scopes);
			try {
				requireNoTrouble(call.platform.store.settings, route);
				return await route.handle(call);
			} catch (error) {
				throw error instanceof PlatformError ? inCodesOf(call.platform.store.settings, error) : error;
			}
		},
	};
}

/** Somebody by an id of the kind that the request says; 1390004. */
export function personOf(
	{ platform: { store }, app }: Pick<Call, 'platform' | 'app'>,
	id: string,
	type: UserIdType,
): string {
	const user = store.directory.find(app, type, id);
	if (!user) throw refused.person();
	return user.open_id;
}

export const placeOf = ({ platform: { store }, app, host }: Pick<Call, 'platform' | 'app' | 'host'>): Place => ({
	...{ store, app, host },
});

export const readerOf = (call: Pick<Call, 'platform' | 'by' | 'host'>, language?: string): Reader => ({
	...{ store: call.platform.store, by: call.by, host: call.host },
	...(language !== undefined && { locale: language }),
});

/** An instance by its code or uuid, 1390003; of a definition where one is named, whose data the app may see. */
export function courseOf({ platform }: Pick<Call, 'platform'>, code: string, approvalCode?: string): Course {
	const { store } = platform;
	if (approvalCode !== undefined) definitionOf(store, approvalCode);
	const instance: Instance | undefined = store.approvals.instance(code);
	const definition = instance && store.approvals.definitions.get(instance.approval_code);
	if (!instance || !definition || (approvalCode !== undefined && approvalCode !== instance.approval_code))
		throw refused.instance();
	return { store, definition, instance, witness: tellApps(platform) };
}
