import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { hasScope, USER_ID_SCOPES } from '../../platform/scopes';
import type { User } from '../../state/contact';
import type { Operator } from '../../state/operator';
import type { Settings } from '../../state/settings';
import type { Store } from '../../state/store';
import { USER_FIELDS } from '../contact/contactFields';

const EMPLOYEE_SCOPES = ['contact:user.employee:readonly', 'directory:employee.base.email:read'];

/** How its page refuses tokens that the gateway refuses elsewhere: with HTTP 200. */
const OWN_CODES: Readonly<Record<number, readonly [code: number, words: string]>> = {
	99991663: [20005, 'The user access token passed is invalid. Please check the value'],
	99991668: [20005, 'The user access token passed is invalid. Please check the value'],
	99991677: [20006, 'The user access token passed has expired. Please generate a new one'],
};

/** Its refusals are the page's own or the gateway's, which no source settles. */
function refusesToken(problem: PlatformError, { userInfoErrors }: Settings): PlatformError {
	const [code, words] = OWN_CODES[problem.code] ?? [];
	if (code === undefined || userInfoErrors === 'gateway') return problem;
	return new PlatformError(code, words ?? '', { http: 200 });
}

/** A person as far as they let the app know them, in the fields of the login endpoints. */
export function personFields(store: Store, by: Operator, user: User): object {
	const avatar = `https://example.com/avatar/${user.open_id}.png`;
	return {
		name: user.name,
		en_name: user.en_name,
		avatar_url: avatar,
		avatar_thumb: avatar,
		avatar_middle: avatar,
		avatar_big: avatar,
		open_id: store.directory.idFor(by.app, user.open_id),
		union_id: user.union_id,
		tenant_key: store.tenantKey,
		...(hasScope(by, USER_FIELDS.email ?? []) && { email: user.email }),
		...(hasScope(by, USER_FIELDS.mobile ?? []) && { mobile: user.mobile }),
		...(hasScope(by, USER_ID_SCOPES) && { user_id: user.user_id }),
		...(hasScope(by, EMPLOYEE_SCOPES) && { enterprise_email: user.enterprise_email ?? '' }),
		...(hasScope(by, USER_FIELDS.employee_no ?? []) && { employee_no: user.employee_no ?? '' }),
	};
}

export const userInfoRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/authen-v1/user_info/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/authen/v1/user_info',
		tokens: ['user'],
		refusesToken,
		handle: ({ platform: { store }, by }) => ({ data: by.user ? personFields(store, by, by.user) : {} }),
	}),
];
