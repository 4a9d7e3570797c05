import { requireRoom } from '../../base/make';
import { problem } from '../../base/problem';
import { newId } from '../../platform/ids';
import { flag, required, text } from '../../platform/validate';
import type { Base } from '../../state/bases';
import type { Dashboard } from '../../state/baseParts';
import { APPS, baseOf, baseRoute, listed, PAGING } from './baseRoute';

const DASHBOARDS = `${APPS}/:app_token/dashboards`;
const MAX_PAGE = 500;

/** The name of a new dashboard: 1254038 for one that none may have, 1254039 for one that is taken. */
function dashboardName({ dashboards }: Base, given: string): string {
	const name = given.trim();
	if (name === '' || name.length > 100 || /[[\]]/.test(name)) throw problem(1254038);
	if (dashboards.some(({ name: taken }) => taken === name)) throw problem(1254039);
	return name;
}

const bare = (answer: object) => ({ bytes: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' });

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-dashboard/list and its neighbor */
export const baseDashboardRoutes = [
	baseRoute({
		method: 'GET',
		path: DASHBOARDS,
		scopes: ['base:dashboard:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: { with_share_config: flag(), ...PAGING },
		handle(call) {
			const { items: dashboards, ...more } = listed(
				call,
				baseOf(call, 'view').dashboards,
				call.query,
				'dashboards',
				MAX_PAGE,
			);
			return { data: { dashboards, ...more } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${DASHBOARDS}/:block_id/copy`,
		scopes: ['base:dashboard:copy', 'bitable:app'],
		tier: 7,
		body: { name: required(text(), { allowEmpty: true }) },
		handle(call) {
			const base = baseOf(call, 'edit');
			if (!base.dashboards.some(({ block_id: id }) => id === call.params.block_id)) throw problem(1254050);
			const copy: Dashboard = { block_id: newId.dashboard(), name: dashboardName(base, call.body.name) };
			requireRoom(base);
			base.dashboards.push(copy);
			call.platform.store.changed();
			return call.platform.store.settings.baseDashboardAnswer === 'bare' ? bare(copy) : { data: { ...copy } };
		},
	}),
];
