type Init = Omit<RequestInit, 'headers'> & { headers?: Readonly<Record<string, string>> };

/** `fetch` on a connection of its own: a busy n8n closes an idle connection just when it is used again. */
export const fetchAnew = (url: string, { headers, ...init }: Init = {}): Promise<Response> =>
	fetch(url, { ...init, headers: { ...headers, connection: 'close' } });
