import { refused } from '../../calendar/problem';
import type { Call } from '../../gateway/route';
import { type UserIdType } from '../../platform/ids';
import { text } from '../../platform/validate';
import type { ExchangeBinding } from '../../state/calendars';
import { openIdOf } from '../../state/operator';
import { personNamed } from './people';
import { calendarRoute, ID_TYPE } from './calendarRoute';

const BINDINGS = '/open-apis/calendar/v4/exchange_bindings';
const ONE = `${BINDINGS}/:exchange_binding_id`;
const SCOPES = ['calendar:calendar', 'calendar:calendar:readonly'];

const ACCOUNT = text({ max: 500 });

/** Whoever is in a company first administers it. */
function requireAdministrator({ platform: { store }, by }: Call): void {
	const [first] = store.contact.users.keys();
	if (by.user?.open_id !== first) throw refused.superAdmin();
}

/** The account has to be bound in this company. */
function requireAccount({ platform: { store } }: Call, account: string): void {
	const found = Object.hasOwn(store.settings.exchangeAdmins, account) && store.settings.exchangeAdmins[account];
	if (!found) throw refused.noExchangeAdmin();
	if (found === 'otherCompany') throw refused.exchangeCompany();
	if (found === 'failed') throw refused.exchangeAdmin();
}

/** An id is the Base64 of both accounts and the person. */
const idOf = (parts: readonly string[]): string => Buffer.from(parts.join(' ')).toString('base64');
const isId = (id: string): boolean => Buffer.from(id, 'base64').toString().split(' ').length === 3;

function bindingOf(call: Call): ExchangeBinding {
	requireAdministrator(call);
	const { exchange_binding_id: id = '' } = call.params;
	if (!isId(id)) throw refused.bindingId();
	const binding = call.platform.store.calendars.exchangeBindings.get(id);
	if (!binding) throw refused.binding();
	requireAccount(call, binding.admin_account);
	return binding;
}

const view = ({ platform: { store }, app }: Call, { user, ...binding }: ExchangeBinding, idType: UserIdType) => ({
	...binding,
	user_id: store.directory.idFor(app, user, idType),
	status: 'doing',
});

/** Of a company's first administrator alone. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/exchange_binding/create and its neighbors */
export const exchangeBindingRoutes = [
	calendarRoute({
		method: 'POST',
		path: BINDINGS,
		tokens: ['user'],
		scopes: [...SCOPES, 'calendar:exchange.bindings:create'],
		query: ID_TYPE,
		body: { admin_account: ACCOUNT, exchange_account: ACCOUNT, user_id: text() },
		handle(call) {
			const { platform, app, by, query, body } = call;
			const { store } = platform;
			requireAdministrator(call);
			const { admin_account = '', exchange_account = '', user_id = '' } = body;
			if (exchange_account === '') throw refused.params('exchange_account');
			requireAccount(call, admin_account);
			// Nobody named is the caller, who has to be a person.
			const user = user_id === '' ? openIdOf(by) : personNamed(store, app, query.user_id_type, user_id).open_id;
			const exchange_binding_id = idOf([admin_account, exchange_account, user]);
			const binding = { exchange_binding_id, admin_account, exchange_account, user };
			store.calendars.exchangeBindings.set(exchange_binding_id, binding);
			store.changed();
			return { data: view(call, binding, query.user_id_type) };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: ONE,
		tokens: ['user'],
		scopes: ['calendar:calendar:readonly', 'calendar:exchange.bindings:read'],
		query: ID_TYPE,
		handle: (call) => ({ data: view(call, bindingOf(call), call.query.user_id_type) }),
	}),
	calendarRoute({
		method: 'DELETE',
		path: ONE,
		tokens: ['user'],
		scopes: ['calendar:calendar', 'calendar:exchange.bindings:delete'],
		handle(call) {
			call.platform.store.calendars.exchangeBindings.delete(bindingOf(call).exchange_binding_id);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
