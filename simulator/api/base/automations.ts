import { problem } from '../../base/problem';
import { required, text } from '../../platform/validate';
import type { Base } from '../../state/bases';
import type { Automation } from '../../state/baseParts';
import { APPS, baseOf, baseRoute } from './baseRoute';

const WORKFLOWS = `${APPS}/:app_token/workflows`;

const ofKind = ({ automations }: Base, wanted: Automation['kind']) =>
	automations.filter(({ kind }) => kind === wanted).map(({ kind: _kind, ...shown }) => shown);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-workflow/list and its neighbors */
export const baseAutomationRoutes = [
	baseRoute({
		method: 'GET',
		path: WORKFLOWS,
		scopes: ['base:workflow:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		handle: (call) => ({ data: { workflows: ofKind(baseOf(call, 'view'), 'automation') } }),
	}),
	baseRoute({
		method: 'GET',
		path: `${APPS}/:app_token/block_workflows`,
		scopes: ['base:workflow:read', 'bitable:app'],
		tier: 2,
		// The page speaks of those who manage the base.
		handle: (call) => ({ data: { workflows: ofKind(baseOf(call, 'full_access'), 'workflow') } }),
	}),
	baseRoute({
		method: 'PUT',
		path: `${WORKFLOWS}/:workflow_id`,
		scopes: ['base:workflow:write', 'bitable:app'],
		tier: 7,
		body: { status: required(text()) },
		handle(call) {
			const found = baseOf(call, 'edit').automations.find(({ workflow_id: id }) => id === call.params.workflow_id);
			const { status } = call.body;
			if (status !== 'Enable' && status !== 'Disable') throw problem(1254010);
			// Its page has no code of its own for one that is not there.
			if (!found) throw problem(1254002);
			found.status = status;
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
