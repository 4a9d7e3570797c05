/** What people and the app do in a table of the simulator, each of it an event. */
import type { Base, Table } from '../../../simulator/state/bases';
import type { Platform } from './platform';

type Cells = Record<string, unknown>;

interface Answer {
	records: Array<{ record_id: string }>;
	data?: { record?: { record_id: string }; records?: Array<{ record_id: string }> };
}

/** Their hands, in one table. */
export function handsIn(platform: () => Platform, place: () => { base: Base; table: Table }) {
	const call = async (method: string, path: string, body: object, headers: Record<string, string> = {}) => {
		const response = await fetch(`${platform().simulator.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		const answer = (await response.json()) as Answer & { code?: number; msg?: string };
		if (!response.ok || (answer.code ?? 0) !== 0) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
		return answer;
	};
	const at = (root: string) => `${root}/${place().base.app_token}/tables/${place().table.table_id}`;
	const sim = () => at('/_sim/bases');
	const open_id = () => platform().user.open_id;
	return {
		create: async (...records: Cells[]) =>
			(await call('POST', `${sim()}/records`, { open_id: open_id(), records })).records.map(
				({ record_id }) => record_id,
			),
		update: async (record_id: string, fields: Cells) =>
			void (await call('PUT', `${sim()}/records/${record_id}`, { open_id: open_id(), fields })),
		remove: async (record_id: string) =>
			void (await call('DELETE', `${sim()}/records/${record_id}`, { open_id: open_id() })),
		addField: async (field: object) => void (await call('POST', `${sim()}/fields`, { open_id: open_id(), ...field })),
		renameField: async (field_id: string, field: object) =>
			void (await call('PUT', `${sim()}/fields/${field_id}`, { open_id: open_id(), ...field })),
		/** The app of the credential writes. */
		createAsApp: async (fields: Cells) => {
			const { appId: app_id, appSecret: app_secret } = platform().simulator;
			const tokens = await fetch(`${platform().simulator.url}/open-apis/auth/v3/tenant_access_token/internal`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ app_id, app_secret }),
			});
			const { tenant_access_token: token } = (await tokens.json()) as { tenant_access_token: string };
			const path = `${at('/open-apis/bitable/v1/apps')}/records`;
			const { data } = await call('POST', path, { fields }, { authorization: `Bearer ${token}` });
			return String(data?.record?.record_id);
		},
	};
}
