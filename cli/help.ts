import type { Language } from '../src/i18n/translator.ts';

/** What `--help` prints. */
export const help: Readonly<Record<Language, string>> = {
  'en-US': `Checks the container NICs and IP annotations of workloads before they are applied.

  podnic check FILE... [--cluster URL | --snapshot DIR] [options]

FILE is a manifest with workloads of any kind, in YAML or JSON; - is standard input.

  --cluster URL       ask this API server, such as that of kubectl proxy
    --token-file FILE   with the bearer token in FILE (or in the environment, PODNIC_TOKEN)
    --ca FILE           trust the certificate authorities in FILE (PEM)
  --snapshot DIR      take the cluster from files that kubectl get -o yaml (or json) wrote:
                        kubectl get namespaces,nodes,net-attach-def,smc,sp,ss,sr,scc,hpa,cm -A -o yaml
  -n, --namespace NS  for objects without a namespace (default: default)
  --strict            warnings count as errors
  --json              one JSON object instead of text
  -q, --quiet         print nothing; the exit code tells
  --lang en|zh        language (default: that of the environment, LANG)
  -v, --version       the version
  -h, --help          this text

Exit code: 0 without errors, 1 with errors, 2 when the check could not be run.
`,
  'zh-CN': `在提交之前检查工作负载的容器网卡与 IP 注解。

  podnic check FILE... [--cluster URL | --snapshot DIR] [选项]

FILE 为包含任意类型工作负载的清单（YAML 或 JSON）；- 表示标准输入。

  --cluster URL       查询该 API Server，例如 kubectl proxy 的地址
    --token-file FILE   使用 FILE 中的 Bearer Token（或环境变量 PODNIC_TOKEN）
    --ca FILE           信任 FILE 中的 CA 证书（PEM）
  --snapshot DIR      从 kubectl get -o yaml（或 json）导出的文件读取集群信息：
                        kubectl get namespaces,nodes,net-attach-def,smc,sp,ss,sr,scc,hpa,cm -A -o yaml
  -n, --namespace NS  用于未指定命名空间的对象（默认 default）
  --strict            警告按错误处理
  --json              以一个 JSON 对象输出
  -q, --quiet         不输出任何内容，仅以退出码表示结果
  --lang en|zh        语言（默认取自环境变量 LANG）
  -v, --version       版本
  -h, --help          显示本帮助

退出码：0 没有错误，1 有错误，2 无法执行检查。
`,
};
