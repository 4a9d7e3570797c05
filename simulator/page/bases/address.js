/** The address of the page has the form that bases have on the platform, so that it can be pasted where one is asked for. */
import { useEffect, useState } from 'preact/hooks';

/** {app_token, table_id, view_id} of `/base/TOKEN?table=tbl…&view=vew…`; what is not there is undefined. */
export function readAddress({ pathname, search }) {
	const token = /^\/base\/([^/]+)/.exec(pathname)?.[1];
	const query = new URLSearchParams(search);
	return {
		app_token: token && decodeURIComponent(token),
		table_id: query.get('table') ?? undefined,
		view_id: query.get('view') ?? undefined,
	};
}

export function addressOf({ app_token: token, table_id: table, view_id: view }) {
	if (!token) return '/base';
	const query = new URLSearchParams({ ...(table && { table }), ...(view && { view }) });
	return `/base/${encodeURIComponent(token)}${query.size > 0 ? `?${query}` : ''}`;
}

/** [where the page is, to go elsewhere]; the browser's own way back works. */
export function useAddress() {
	const [address, setAddress] = useState(() => readAddress(location));
	useEffect(() => {
		const update = () => setAddress(readAddress(location));
		addEventListener('popstate', update);
		return () => removeEventListener('popstate', update);
	}, []);
	return [
		address,
		(next) => {
			history.pushState(null, '', addressOf(next));
			setAddress(next);
		},
	];
}
