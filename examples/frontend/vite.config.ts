// The page is served from one place with the API behind it, so a browser needs no permission to call another site.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const backend = process.env["ATTENDU"] ?? "http://127.0.0.1:8000";
const proxy = { "/graphql": { target: backend, ws: true } };

export default defineConfig({ plugins: [react()], server: { proxy }, preview: { proxy } });
