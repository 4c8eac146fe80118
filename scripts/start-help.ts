/** What `npm start -- --help` prints. */
export const startHelp = `Podnic with a simulated cluster inside, or with the clusters of your kubeconfig.

  npm start -- [options]

  --port N           port to listen on (default 4173; a busy one gives way to the next free one)
  --host H           address to listen on (default 127.0.0.1)
  --scenario NAME    serve this scenario as the only cluster: demo, ipv4-only, underlay-eth0,
                     no-spiderpool, auto-pool-off, empty, hostile, restricted, crowded, rdma (default: demo and underlay-eth0)
  --context NAME     serve the cluster of this context of the kubeconfig; repeat it for several
  --kubeconfig FILE  the kubeconfig to take contexts from (default: KUBECONFIG, else ~/.kube/config).
                     Without --context it serves the current context
  --allow-remote     with --context or --kubeconfig: listen on an address (--host) that is not of this machine alone.
                     Whoever reaches it acts with your credentials
  --help             this text
`;
