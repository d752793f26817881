/** A real nginx with the configuration that we show, on ports and with a certificate of the story's own. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#scripts/postgres.ts";

/** Is there an nginx on this machine, and an openssl for its certificate? */
export const hasNginx = ["nginx", "openssl"].every((program) => spawnSync(program, [program === "nginx" ? "-v" : "version"]).status === 0);

export type Nginx = { secure: number; plain: number; stop: () => Promise<void> };

/** Starts it in front of the product on this port. */
export async function nginxBefore(product: number): Promise<Nginx> {
  const home = mkdtempSync(path.join(tmpdir(), "sempre-nginx-"));
  chmodSync(home, 0o755);
  mkdirSync(path.join(home, "temporary"), { mode: 0o755 });
  const [secure, plain] = [await freePort(), await freePort()];
  const [certificate, key] = [path.join(home, "certificate.pem"), path.join(home, "key.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=sempre.example", "-keyout", key, "-out", certificate], { stdio: "ignore" });
  const shown = readFileSync("docs/nginx.conf", "utf8")
    .replaceAll("listen 443", `listen 127.0.0.1:${secure}`).replaceAll("listen 80", `listen 127.0.0.1:${plain}`).replace("127.0.0.1:3000", `127.0.0.1:${product}`)
    .replaceAll("/etc/nginx/sempre/certificate.pem", certificate).replaceAll("/etc/nginx/sempre/key.pem", key).replace("/var/cache/nginx/sempre", path.join(home, "cache"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${home}/temporary/${what};`).join(" ");
  const file = path.join(home, "nginx.conf");
  writeFileSync(file, `daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log; events {}\nhttp { access_log off; ${temporary}\n${shown}\n}\n`);
  const nginx = spawn("nginx", ["-p", home, "-c", file, "-e", path.join(home, "error.log")], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => nginx.once("exit", () => resolve()));
  await listening(secure, () => readFileSync(path.join(home, "error.log"), "utf8"));
  return {
    secure, plain,
    async stop() {
      nginx.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, why: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const there = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not begin: ${why()}`);
}
